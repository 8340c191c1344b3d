/** The strip below: site, line, what waits, people today, clock. Always in sight. GATE-34, GATE-35. */
import { clock, NOTABLE_MS, timeOf } from "./clock.js";
import { gate, peopleToday } from "./gate.js";
import { parked, waiting } from "./journal.js";

const LINES = {
  unknown: ["clock", "接続を 確かめています"],
  online: ["on", "オンライン"],
  offline: ["warn", "オフライン（記録はできます）"],
  trouble: ["warn", "サーバー停止中（おあずかりします）"],
  refused: ["stop", "端末の登録が 切れています"],
};
const at = (id) => document.getElementById(id);

/** 「時計が 12分 ずれています」, or nothing while it is less than a minute. */
export function clockRemark(offset = clock.offset) {
  if (Math.abs(offset ?? 0) < NOTABLE_MS) return "";
  return `時計が ${Math.round(Math.abs(offset) / 60_000)}分 ずれています`;
}

/** Draws what is known without asking the disk. */
export function tick() {
  const now = at("now");
  now.textContent = timeOf(clock.now());
  now.dateTime = new Date(clock.now()).toISOString();
  at("clock-off").hidden = !clockRemark();
  at("clock-off").querySelector("span").textContent = clockRemark();
}

/** Draws everything. */
export async function draw() {
  tick();
  const site = gate.snapshot?.site;
  at("site-name").textContent = site?.site.name ?? "現場を 確かめています";
  at("reader-name").textContent = [site?.reader.name, gate.persisted ? "" : "保存の保護なし"].filter(Boolean).join("　");
  const [icon, words] = LINES[gate.line];
  at("line").dataset.line = gate.line;
  at("line").querySelector("use").setAttribute("href", `#icon-${icon}`);
  at("line").querySelector("span").textContent = words;
  at("today").querySelector("b").textContent = String(await peopleToday());
  const count = await waiting();
  at("waiting").querySelector("b").textContent = String(count);
  at("waiting").dataset.some = String(count > 0);
}

/** What the waiting screen adds for the people of the site. */
export async function remarks(stage) {
  const aside = (await parked()).length;
  const lines = [
    gate.line === "refused" && "読み取りは この端末に 保存します。現場の管理者に、新しい登録用アドレスを もらってください。",
    aside > 0 && `サーバーが 読めない記録が ${aside}件 あります。メニューから ファイルに 保存できます。`,
  ].filter(Boolean);
  stage.querySelector(".remarks")?.replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
}
