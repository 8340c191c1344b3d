"""申告の文面: to the companies that confirm and approve, and to the worker (CLAIM-16, CLAIM-17), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_CLAIM = "現場：{site}\n技能者ID：{worker_number}\n内容：{claimed}（{days}日分）\n期限：{last_on}\n\n"

OF_CLAIMS: dict[str, Wording] = {
    "days_to_approve": Wording(
        NoticeKind.TAP,
        "承認してください：{claimed}（{days}日分、{site}）",
        _CLAIM + "元請事業者の承認があると、正式な就業履歴になります。\n"
        "次にすること：「承認・確認」の画面で、期限までに承認するか、否認してください。\n{portal}",
    ),
    "days_to_confirm": Wording(
        NoticeKind.TAP,
        "確認してください：{claimed}（{days}日分、{site}）",
        _CLAIM + "承認は、元請事業者がします。\n"
        "次にすること：「承認・確認」の画面で、内容を確認してください。\n{portal}",
    ),
    "days_entered_by_firm": Wording(
        NoticeKind.TAP,
        "{company}が、あなたの代わりに入力しました（{claimed}、{days}日分）",
        "現場：{site}\n内容：{claimed}（{days}日分）\n最初の日：{from_on}\n\n"
        "{company}が、あなたの代わりに入力しました。\n"
        "次にすること：「就業履歴」の画面で確かめて、ちがうときは、会社に知らせてください。\n{portal}",
    ),
}
