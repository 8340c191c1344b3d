"""更新と再登録の文面 (CARD-30, LEAVE-05), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_RENEWAL = "カードの有効期限：{last_on}\n\n"

OF_LEAVING: dict[str, Wording] = {
    "renewal_nears": Wording(
        NoticeKind.APPLICATION,
        "カードの更新の時期です（有効期限 {last_on}）",
        _RENEWAL + "有効期限を過ぎたカードは、現場のカードリーダーで使えません。"
        "新しいカードが発行されるまで、今のカードを使えます。\n"
        "次にすること：本人確認書類の写真を用意して、「申請」の画面で「カードの更新」を申請してください。\n{portal}",
    ),
    "renewal_nears_closed": Wording(
        NoticeKind.APPLICATION,
        "カードの有効期限が近づいています（{last_on}）",
        _RENEWAL
        + "更新の手続きは、まだ受け付けていません。準備ができしだい、ホームページでお知らせします。\n"
        "次にすること：今は、ありません。\n{portal}",
    ),
    "returned": Wording(
        NoticeKind.APPLICATION,
        "再登録が終わりました",
        "技能者ID：{worker_number}\n\n"
        "同じ技能者IDで、また使えるようになりました。前の就業履歴と登録内容は、そのまま続きます。"
        "新しいカードと初期パスワードを、登録の住所に郵便で送ります。前のカードとパスワードは使えません。\n"
        "次にすること：届いたら、初期パスワードでログインして、登録内容を確かめてください。"
        "手続きをした覚えがないときは、すぐにお問い合わせセンターに連絡してください。\n{portal}",
    ),
}
