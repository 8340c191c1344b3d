"""Numbers as they are issued, the same in every run."""

from stdnum.iso7064 import mod_11_10

from ccus.foundation.identifiers import Kind


def numbered(kind: Kind, n: int) -> str:
    body = f"{n:011d}"
    return f"{body}{mod_11_10.calc_check_digit(body)}{kind}"
