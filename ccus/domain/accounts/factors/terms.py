"""ログインの要素の言葉."""

from ccus.foundation.labelled import Labelled


class Factor(Labelled):
    """ログインの要素; the value is the kind as django-allauth writes it."""

    PASSKEY = "webauthn", "顔や指紋でのログイン"
    APP = "totp", "確認コードのアプリ"
    RECOVERY = "recovery_codes", "回復コード"


class RestartReason(Labelled):
    """やり直しの理由 (SIGN-26)."""

    LOST = "lost", "端末をなくした"
    BROKEN = "broken", "端末がこわれた"
    REPLACED = "replaced", "端末を替えた"
    STOLEN = "stolen", "端末をぬすまれた"
