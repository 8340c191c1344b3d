/** Every sentence of the outcome screens. Reasons read as in work_history/terms.py (a test compares them). */

const stop = (code, sentence, who) => [code, { code, sentence, who }];

/** Why a card on the block list makes no record, by the code that the list gives. */
export const BLOCKED = Object.fromEntries([
  stop("E-21", "このカードは使えません（有効期限が切れています）。", "本人が、カードの更新をします。"),
  stop("E-22", "このカードは使えません（紛失の届けが出ています）。", "見つかったときは、本人が紛失の届けを取り下げます。"),
  stop("E-23", "このカードは使えません（新しいカードに替わっています）。", "本人が、新しいカードを使います。"),
  stop("E-24", "このカードは、読み取りの日にはまだ発行されていません。", "現場の係の人が、端末の時計を確かめます。"),
  stop("E-25", "退会した方のカードです。", "もう一度使うときは、お問い合わせセンターに連絡してください。"),
]);

/** A code this page does not know yet. */
export const blockedFor = (code) =>
  BLOCKED[code] ?? { code, sentence: "このカードは使えません。", who: "係の人に 言ってください。" };

/** The server joined this tap to an earlier one. */
export const REPEATED = "E-01";

/** Kind of outcome → tone (colour and shape), heading line, large words, sound, a line for others. */
export const SCREENS = {
  in: { tone: "ok", heading: "カード読み取り成功", big: "入場しました", sound: "recorded", english: "Entry recorded" },
  out: { tone: "ok", heading: "カード読み取り成功", big: "退場しました", sound: "recorded", english: "Exit recorded" },
  notice: { tone: "warn", heading: "カード読み取り成功（お知らせ）", big: "記録しました", sound: "notice",
    english: "Recorded – please tell the site staff" },
  kept: { tone: "kept", heading: "カード読み取り成功（あとで確認）", big: "おあずかりしました", sound: "notice",
    english: "Kept on this device – it will be checked" },
  repeated: { tone: "again", heading: "カード読み取り済み", big: "もう記録しています", sound: "again",
    english: "Already recorded – nothing more to do" },
  not_recorded: { tone: "stop", heading: "カード読み取り：記録なし", big: "記録していません", sound: "stop",
    english: "Not recorded – please ask the site staff" },
  unsaved: { tone: "stop", heading: "カード読み取り：保存なし", big: "記録していません", sound: "stop",
    english: "Not recorded – this device cannot save" },
  unread: { tone: "stop", heading: "カード読み取り：読めません", big: "読み取れませんでした", sound: "stop",
    english: "Card not read – please try again" },
};

export const KEPT_LINES = ["この端末に 保存しました。", "記録になるかは、あとで確かめて お知らせします。"];
export const UNSAVED_LINES = ["この端末に保存できません。", "係の人に 言ってください。（端末の空きを確かめ、別の端末で読み取ります）"];

/** How many digits were read, kindly. */
export const unreadLines = (read) => [
  read.strange ? "数字でない文字が まざっていました。" : `数字が ${read.count}けた 読めました。`,
  "カード番号は 14けた または 16けたです。",
];

export const GREETING = { in: "今日も ご安全に！", out: "お疲れさまでした" };

/** Screens that stay, because this page cannot take cards: [tone, heading, large words, lines]. */
export const MESSAGES = {
  second: ["warn", "入退場受付", "別の画面で 受付中です", [
    "この端末では、もう一つの画面が カードを受け付けています。", "あちらを とじると、この画面が 受付を 始めます。"]],
  unpaired: ["warn", "入退場受付", "端末が 登録されていません", [
    "現場の管理者から 登録用のアドレスを もらい、この端末で 開いてください。"]],
  insecure: ["stop", "入退場受付", "この開きかたでは 使えません", [
    "アドレスが https:// で始まるか、この端末自身（127.0.0.1）のときに 使えます。"]],
  broken: ["stop", "入退場受付", "この端末に保存できません", [
    "ブラウザの保存が 使えません（シークレット画面、空き容量の不足など）。", "直してから、この画面を 読み込み直してください。"]],
};
