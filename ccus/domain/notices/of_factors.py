"""ログインの方法の文面: to the owner of an account whose factors changed (SIGN-23), by name of `Text`."""

from ccus.domain.notices.terms import NoticeKind
from ccus.domain.notices.wording import Wording

_NOT_ME = "身に覚えがないときは、すぐにパスワードを変えて、お問い合わせセンターに連絡してください。"

OF_FACTORS: dict[str, Wording] = {
    "factor_added": Wording(
        NoticeKind.SECURITY,
        "ログインの方法を追加しました",
        "顔や指紋でログインする端末か、確認コードのアプリを登録しました。" + _NOT_ME,
    ),
    "factor_removed": Wording(
        NoticeKind.SECURITY,
        "ログインの方法を消しました",
        "顔や指紋でログインする端末か、確認コードのアプリを消しました。" + _NOT_ME,
    ),
    "recovery_codes_made": Wording(
        NoticeKind.SECURITY,
        "新しい回復コードを作りました",
        "前の回復コードは、もう使えません。" + _NOT_ME,
    ),
    "factors_restarted": Wording(
        NoticeKind.SECURITY,
        "ログインの確認を、やり直しました",
        "頼まれて、登録されていた端末・アプリ・回復コードをすべて消しました。次のログインで、新しく登録してください。"
        + _NOT_ME,
    ),
}
