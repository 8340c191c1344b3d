"""申告への答えの文面: refusals, what becomes of them, days that wait (CLAIM-30 to CLAIM-35), by name of `Text`."""

from ccus.domain.notices.of_companies import NOTHING_TO_DO
from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_DAY = "現場：{site}\n就業日：{on}\n"

OF_ANSWERS: dict[str, Wording] = {
    "claim_refused": Wording(
        NoticeKind.TAP,
        "{on}の申告が否認されました（{site}）",
        _DAY + "否認した事業者：{company}\n理由：{ground}\n説明：{words}\n\n"
        "次にすること：ちがうと思うときは、{until}までに、一度だけ申し立てることができます。\n"
        "「就業履歴」の「申告の状況」を開いてください。",
    ),
    "refusal_answered": Wording(
        NoticeKind.TAP,
        "否認した日に、申し立てがありました（{site}）",
        _DAY + "技能者ID：{worker_number}\n申し立て：{plea}\n\n"
        "運営主体が、{until}までに確かめて決めます。\n"
        "次にすること：その日の記録が残っていれば、運営主体が聞くときのために、とっておいてください。",
    ),
    "dispute_decided_for": Wording(
        NoticeKind.TAP,
        "{on}の申し立てが認められました（{site}）",
        _DAY
        + "説明：{words}\n\nこの日は、運営主体の承認により、正式な就業履歴になります。\n"
        + NOTHING_TO_DO,
    ),
    "dispute_decided_against": Wording(
        NoticeKind.TAP,
        "{on}の申し立ては認められませんでした（{site}）",
        _DAY + "理由：{ground}\n説明：{words}\n\nこの日は、否認のままです。これで決まりです。\n"
        "次にすること：分からないことは、お問い合わせセンターに聞いてください。",
    ),
    "dispute_decided_of_prime": Wording(
        NoticeKind.TAP,
        "申し立ての結果が出ました（{site}）",
        _DAY + "技能者ID：{worker_number}\n結果：{outcome}\n説明：{words}\n\n" + NOTHING_TO_DO,
    ),
    "claims_due": Wording(
        NoticeKind.TAP,
        "承認を待っている日が{count}日あります（{last_on}まで）",
        "{company}の承認を待っている日が、{count}日あります。\n期限は{last_on}です。あと{days}日です。\n"
        "期限が過ぎると、承認できなくなります。その日は「承認なし」になります。\n\n"
        "次にすること：「就業履歴」の「承認・確認」を開いて、承認するか、否認してください。\n{portal}",
    ),
}
