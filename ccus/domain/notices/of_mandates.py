"""代行の委任の文面 (PROXY-03, PROXY-04), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

OF_MANDATES: dict[str, Wording] = {
    "mandate_asked": Wording(
        NoticeKind.GENERAL,
        "{company}から、代行のお願いが来ています",
        "{company}が、あなたの申請をかわりに出してよいか、聞いています。\n"
        "次にすること：「代行の委任」を開いて、{last_on}までに、まかせるか、断るかを選んでください。"
        "何もしなければ、まかせないことになります。\n"
        "あなたのパスワードを教える必要は、ありません。知らない会社のときは、断ってください。\n{portal}",
    ),
    "mandate_given": Wording(
        NoticeKind.GENERAL,
        "代行を委任されました",
        "技能者ID {worker_number} の方が、{company}に、申請の代行を委任しました。\n"
        "期間：{from_on}から{last_on}まで\n"
        "次にすること：「代行申請」を開いて、この方の申請を始めてください。\n{portal}",
    ),
    "mandate_declined": Wording(
        NoticeKind.GENERAL,
        "代行のお願いが断られました",
        "技能者ID {worker_number} の方は、{company}に代行を委任しませんでした。\n"
        "次にすること：ありません。必要なときは、本人に直接聞いてください。",
    ),
    "mandate_ended": Wording(
        NoticeKind.GENERAL,
        "代行の委任が終わりました",
        "技能者ID {worker_number} の方が、{company}への代行の委任を終えました。この方の申請は、もう開けません。\n"
        "次にすること：今は、ありません。書きかけの申請は、本人が続けられます。",
    ),
    "mandate_given_back": Wording(
        NoticeKind.GENERAL,
        "{company}が、代行をやめました",
        "{company}が、あなたの申請の代行をやめました。この会社は、あなたの申請を、もう開けません。\n"
        "次にすること：書きかけの申請があるときは、「申請」を開いて続けてください。\n{portal}",
    ),
    "filed_by_proxy": Wording(
        NoticeKind.APPLICATION,
        "{company}が、あなたの申請を出しました（申請番号 {number}）",
        "申請番号：{number}\n申請の種類：{kind}\n\n{company}が、あなたのかわりに申請を出しました。\n"
        "次にすること：「申請」を開いて、内容を見てください。まちがいのときは、取り下げられます。"
        "「代行の委任」から、委任を終えることもできます。\n{portal}",
    ),
    "case_entrusted": Wording(
        NoticeKind.APPLICATION,
        "申請をまかされました（申請番号 {number}）",
        "申請番号：{number}\n申請の種類：{kind}\n\n"
        "技能者ID {worker_number} の方が、書いている申請を、{company}にまかせました。\n"
        "次にすること：「代行申請」から開いて、続きをしてください。\n{portal}",
    ),
}
