"""物語の言葉: how a look is told to the worker, in words that need no knowledge of the trade (LOOK-01). Pure."""

from collections.abc import Collection, Iterable

from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.workers.terms import Item

AS = {
    Relation.EMPLOYER: "あなたの所属事業者として、",
    Relation.SITE: "あなたが働く現場の、元請か上位の会社として、",
    Relation.ROSTER_PROXY: "名簿の手続きをまかされた会社として、",
    Relation.PROXY: "あなたが申請をまかせた会社として、",
    Relation.CERTIFIED: "現場の入退場のシステム（認定システム）を通して、",
}
"""As what somebody looked; other companies and the office say it with what they looked for."""
FOR = {
    Purpose.REVIEW: "あなたの申請を審査するため",
    Purpose.ENQUIRY: "お問い合わせに答えるため",
    Purpose.PROXY_FILING: "あなたの申請を代わりに出すため",
    Purpose.ROSTER: "作業員名簿を作り、確かめるため",
    Purpose.SEARCH: "技能者の検索で知るため",
    Purpose.FOUND: "技能者をさがすため",
    Purpose.EMPLOYEES: "所属している人の登録を管理するため",
    Purpose.PAPERS: "現場の書類を作るため",
    Purpose.APPROVAL: "あなたが働いた日を確認するため",
    Purpose.DISPUTE: "あなたの申し立てを裁定するため",
    Purpose.SAME_PERSON: "二重に登録されていないかを確かめるため",
    Purpose.SITE_FEES: "現場利用料の明細を確かめるため",
    Purpose.MONTH_REPORT: "月ごとの就業日をまとめるため",
    Purpose.CARD_PRINT: "カードを印刷して送るため",
    Purpose.IDENTITY: "本人かどうかを確かめるため",
    Purpose.GATE: "入退場のときに、カードと本人を照合するため",
    Purpose.CORRECTION: "あなたの登録の間違いを直すため",
}
PLAIN = {
    Item.HEALTH: "健康診断",
    Item.BLOOD: "血液型",
    Item.CONTACT: "住所・電話番号・メール",
    Item.EMERGENCY: "緊急連絡先",
    Item.STATUS: "性別・国籍・在留資格",
    Item.BIRTH_DATE: "生年月日",
    Item.BIRTH_YEAR: "生まれた年",
    Item.WORK_HISTORY: "就業履歴",
    Item.TRACES: "閲覧の記録",
    Item.PAST_EMPLOYERS: "前の所属事業者",
    Item.EMPLOYERS: "所属事業者",
    Item.INSURANCE: "社会保険・退職金共済",
    Item.NAME: "氏名・顔写真",
    Item.QUALIFICATIONS: "資格・学歴",
    Item.TRAINING: "研修・表彰",
    Item.TRADES: "職種・経験",
    Item.CARD: "技能者ID・フリガナ・カードの色・主な職種",
}
"""情報項目 in short words, the most private first."""
_FIRST = 3
_STRANGER = "あなたの所属事業者でも、働く現場の会社でもありません。"


def shown_words(items: Collection[Item]) -> tuple[str, ...]:
    """What was seen, the most private first; the day of birth says the year, too."""
    seen = set(items) - ({Item.BIRTH_YEAR} if Item.BIRTH_DATE in items else set())
    return tuple(word for item, word in PLAIN.items() if item in seen)


def told(relation: Relation, purposes: Iterable[Purpose], items: Collection[Item]) -> str:
    """一文: as what, for what, and what was seen; who it was stands before it."""
    asked = tuple(dict.fromkeys(purposes))
    if relation is Relation.HOLDER:
        return (
            "あなたの就業履歴証明が、本物かどうかを確かめました。"
            "見たのは、その証明書に書いてあることだけです。だれかは、分かりません。"
        )
    if relation is Relation.OTHER and Purpose.SEARCH in asked:
        return f"{_STRANGER}技能者の検索であなたを見つけて、{_seen(items)}を見ました。"
    if relation is Relation.OTHER and set(asked) == {Purpose.FOUND}:
        return f"{_STRANGER}技能者の検索をして、あなたが一覧に出ました。{_seen(items)}が見えました。"
    why = "と、".join(FOR[purpose] for purpose in asked)
    return f"{AS.get(relation, '')}{why}に、{_seen(items)}を見ました。"


def _seen(items: Collection[Item]) -> str:
    words = shown_words(items)
    if words == (PLAIN[Item.CARD],):
        return "だれでも見られること（技能者ID・フリガナ・カードの色・主な職種）だけ"
    private = [word for word in words if word != PLAIN[Item.CARD]]
    if len(private) <= _FIRST:
        return "、".join(f"「{word}」" for word in private)
    return "、".join(f"「{word}」" for word in private[:_FIRST]) + f"など{len(private)}項目"
