"""重複登録の文面: to both 技能者ID of one person (SAME-09), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_BOTH = "まとめたID：{merged}\n主となるID：{main}\n\n"
_ASK = "あなたのIDではないときは、お問い合わせセンターに連絡してください。\n{portal}"

OF_PERSONS: dict[str, Wording] = {
    "ids_merged": Wording(
        NoticeKind.GENERAL,
        "二つの技能者IDを、一つにまとめました",
        _BOTH + "一人の方に、技能者IDが二つありました。就業履歴は、主となるIDで見ることができます。"
        "どちらのカードをタッチしても、同じ就業履歴になります。前の記録は、消えていません。\n"
        "次にすること：ありません。" + _ASK,
    ),
    "ids_separated": Wording(
        NoticeKind.GENERAL,
        "まとめた技能者IDを、元に戻しました",
        _BOTH + "二つの技能者IDは、別々になりました。就業履歴は、それぞれのIDで見ることができます。\n"
        "次にすること：ありません。" + _ASK,
    ),
}
