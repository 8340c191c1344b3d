"""保管のしかた: how secrets of factors are kept, and what a device is told about the register."""

from base64 import urlsafe_b64encode
from hashlib import sha256

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

from ccus.domain.accounts.models import User
from ccus.foundation.identifiers import grouped

NAME = "建設キャリアアップシステム"


def _box() -> MultiFernet:
    """Keys made of the server's secret, the present one first, so that a secret can be changed."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet(
        [Fernet(urlsafe_b64encode(sha256(b"ccus.factors:" + force_bytes(key)).digest())) for key in secrets]
    )


class FactorAdapter(DefaultMFAAdapter):
    """Secrets lie encrypted in the database; devices show the register's name and the ID."""

    def encrypt(self, text: str) -> str:
        """A secret as it is stored."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again. Raises InvalidToken where the server's secret is another one."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """What an app writes above the code."""
        return NAME

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Who asks: the host that the browser sees."""
        return {"id": context.request.get_host().partition(":")[0], "name": NAME}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, object]:
        """Who is asked: the ID, and no name."""
        own = super().get_public_key_credential_user_entity(user)
        return {"id": own["id"], "name": user.login_id, "display_name": grouped(user.login_id)}
