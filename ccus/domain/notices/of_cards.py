"""カードの文面: lost, found, asked for by telephone (CARD-20 to CARD-24), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_NOT_ME = "覚えがないときは、すぐにお問い合わせセンターに連絡してください。\n{portal}"

OF_CARDS: dict[str, Wording] = {
    "card_lost": Wording(
        NoticeKind.SECURITY,
        "カードを止めました（紛失の届け）",
        "カード：{card}\n止めた日時：{when}\n\n"
        "紛失の届けを受け付けました。このカードは、カードリーダーで使えません。\n"
        "次にすること：見つかったら、「マイカード」の画面で知らせてください。\n"
        "見つからないときは、カードの再発行を申請してください。\n" + _NOT_ME,
    ),
    "card_found": Wording(
        NoticeKind.SECURITY,
        "カードが、また使えます（紛失の届けの取り下げ）",
        "カード：{card}\n\n"
        "見つかったという届けを受け付けました。今から、カードリーダーで使えます。\n"
        "次にすること：今は、ありません。\n" + _NOT_ME,
    ),
    "reissue_for_caller": Wording(
        NoticeKind.APPLICATION,
        "お電話の内容で、カードの再発行を申請しました（申請番号 {number}）",
        "申請番号：{number}\n本人の確かめ方：{confirmed}\n\n"
        "お問い合わせセンターが、あなたの代わりに、カードの再発行を申請しました。\n"
        "次にすること：「申請」の画面で、内容を確かめてください。やめるときは、そこで取り下げられます。\n"
        + _NOT_ME,
    ),
}
