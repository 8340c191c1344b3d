"""確認コード: made of a secret of the server and the certificate's key, so that the register keeps only its hash and
the worker can still print the paper again (PROOF-04).
"""

import hashlib
from uuid import UUID

from django.utils.crypto import salted_hmac

from ccus.domain.certificates.rules import code_of


def code_for(key: UUID) -> str:
    """The code of a certificate, 20 letters; nobody can tell it from the key."""
    return code_of(salted_hmac("ccus.career-certificate", str(key), algorithm="sha256").digest())


def hash_of(code: str) -> bytes:
    """What the register keeps of a code."""
    return hashlib.sha256(code.encode()).digest()
