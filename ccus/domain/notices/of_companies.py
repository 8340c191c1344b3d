"""事業者との間の文面: 所属, what runs out, 見通し, 帳票 (EMP-02, EMP-05), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

NOTHING_TO_DO = "次にすること：今は、ありません。"

OF_COMPANIES: dict[str, Wording] = {
    "affiliation_asked_by_company": Wording(
        NoticeKind.EMPLOYMENT,
        "{who}から、所属の申請が届きました",
        "{who}が、{from_on}からの所属を申請しています。\n"
        "次にすること：「所属事業者」の画面で、承認するか、断ってください。",
    ),
    "affiliation_asked_by_worker": Wording(
        NoticeKind.EMPLOYMENT,
        "技能者から、所属の申請が届きました",
        "{who}が、{from_on}からの所属を申請しています。\n"
        "次にすること：「所属の申請」の画面で、承認するか、断ってください。",
    ),
    "affiliation_accepted": Wording(
        NoticeKind.EMPLOYMENT,
        "所属の申請が承認されました",
        "{who}との所属が決まりました。{from_on}からです。\n" + NOTHING_TO_DO,
    ),
    "affiliation_refused": Wording(
        NoticeKind.EMPLOYMENT,
        "所属の申請が断られました",
        "{who}への所属の申請は、断られました。\n次にすること：相手に確かめて、必要なら、もう一度申請してください。",
    ),
    "affiliation_taken_back": Wording(
        NoticeKind.EMPLOYMENT,
        "所属の申請が取り下げられました",
        "{who}からの所属の申請は、取り下げられました。\n" + NOTHING_TO_DO,
    ),
    "disclosure_closed": Wording(
        NoticeKind.EMPLOYMENT,
        "ほかの会社から見えなくなった情報があります",
        "{on}に、あなたの所属が変わりました。それで、次の情報が、ほかの会社から見えなくなりました。\n{what}\n"
        "あなたの「開示」の設定は、そのままです。今の所属事業者がすべて「開示」にすると、また見えます。\n"
        "次にすること：もう見せたくないときは、「開示設定」の画面で「非開示」にしてください。\n{portal}",
    ),
    "affiliation_ended": Wording(
        NoticeKind.EMPLOYMENT,
        "所属が終わります",
        "{who}との所属は、{last_on}までです。ちがうときは、相手に知らせてください。",
    ),
    "expiry_nears": Wording(
        NoticeKind.EMPLOYMENT,
        "期限が近づいています",
        "次のものの期限が近づいています。\n{what}\n\n"
        "次にすること：更新や受診を早めにして、「登録情報の変更・申請」から登録してください。",
    ),
    "expiry_of_employees": Wording(
        NoticeKind.EMPLOYMENT,
        "所属技能者の期限が近づいています",
        "期限が近づいているものがあります。\n{what}\n\n"
        "次にすること：「期限の近い技能者」の画面で、どの現場にかかわるかを確かめてください。",
    ),
    "readiness_of_company": Wording(
        NoticeKind.STRUCTURE,
        "{on}の見通し：{site}で、正式にならない人がいます",
        "{on}の{site}の作業員名簿を、前もって確かめました。\n"
        "このままでは、次の人の就業履歴が「正式」になりません。\n\n{what}\n\n"
        "次にすること：「見通し」の画面で、一人ずつの理由を見て、手続きをしてください。\n{portal}",
    ),
    "readiness_of_worker": Wording(
        NoticeKind.TAP,
        "{on}の見通し：このままでは就業履歴が正式になりません",
        "{on}の{site}の作業員名簿に、あなたがのっています。\n"
        "このままでは、この日の就業履歴が「正式」になりません。\n\n{what}\n\n"
        "次にすること：前の日のうちに、手続きをしてください。わからないときは、会社に聞いてください。\n{portal}",
    ),
    "site_fees_billed": Wording(
        NoticeKind.GENERAL,
        "{month}の現場利用料の請求書ができました",
        "{company}の{month}の現場利用料は、{days}日分です。\n\n"
        "請求番号：{number}\n請求金額：{amount}円（税込み）\n支払いの期限：{due_on}\n\n"
        "次にすること：「現場利用料」の画面で、請求書と、現場ごとの就業日を確かめて、期限までに支払ってください。\n{portal}",
    ),
    "paper_ready": Wording(
        NoticeKind.GENERAL,
        "{paper}ができました",
        "現場：{site}\n事業者：{firm}\n\n"
        "{paper}ができました。作成を頼んだ時から24時間、受け取れます。\n"
        "次にすること：「帳票」の画面で受け取ってください。",
    ),
    "paper_failed": Wording(
        NoticeKind.GENERAL,
        "{paper}を作成できませんでした",
        "現場：{site}\n事業者：{firm}\n\n"
        "理由：{reason}\n"
        "次にすること：理由を確かめて、「帳票」の画面でもう一度作成してください。",
    ),
}
