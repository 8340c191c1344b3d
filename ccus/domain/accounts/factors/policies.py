"""ログインの要素の決まり: what is refused, in words (SIGN-20 to SIGN-26)."""

from ccus.domain.accounts.factors.rules import MOST_PASSKEYS
from ccus.domain.accounts.models import Officer, User
from ccus.domain.accounts.officers import require_two
from ccus.domain.accounts.policies import require_system
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.foundation.refusals import Refusal


class CodeWrong(Refusal):
    """コードの誤り: wrong, over, or used before (SIGN-25)."""

    def __init__(self) -> None:
        super().__init__(
            "コードが違います。一度使ったコードは、もう使えません。アプリに新しく出たコードを入力してください。",
            "code",
        )


class PasskeyRefused(Refusal):
    """端末の確認の失敗."""

    def __init__(self) -> None:
        super().__init__("この端末では確認できませんでした。もう一度試すか、ほかの方法を使ってください。")


class TooManyPasskeys(Refusal):
    """登録できる端末の上限."""

    def __init__(self) -> None:
        super().__init__(
            f"登録できる端末は{MOST_PASSKEYS}台までです。使わない端末を消してから、もう一度登録してください。"
        )


class FactorUnknown(Refusal):
    """もうない要素."""

    def __init__(self) -> None:
        super().__init__("その端末は、もう消されています。ページを開き直して、確かめてください。")


class LastFactor(Refusal):
    """最後の要素 (SIGN-23)."""

    def __init__(self) -> None:
        super().__init__(
            "最後のひとつは消せません。ほかの端末か、確認コードのアプリを登録してから、消してください。"
        )


class AccountUnknown(Refusal):
    """やり直す相手の誤り (SIGN-26)."""

    def __init__(self, login_id: str) -> None:
        super().__init__(
            f"ID {login_id} でログインする係員か事業者責任者はいません。14桁の番号を確かめてください。",
            "login_id",
        )


def require_may_restart(by: Actor, account: User) -> None:
    """Refuse everybody but the system for an officer, and two of the office's 本人確認 for a company (SIGN-26)."""
    if Officer.objects.filter(account=account).exists():
        require_system(by)
    else:
        require_two(by, Duty.IDENTITY)
