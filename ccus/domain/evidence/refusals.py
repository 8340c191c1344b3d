"""画像を断る言葉 (EVID-01 to EVID-03)."""

from ccus.foundation.refusals import Refusal

FIELD = "file"


class NotAccepted(Refusal):
    """受け取れない画像: base of what `clean` refuses."""


class EmptyFile(NotAccepted):
    """空のファイル (EVID-02)."""


class TooLarge(NotAccepted):
    """大きすぎるファイル (EVID-02)."""


class NotAnImage(NotAccepted):
    """画像ではないファイル, or of a kind that is not taken (EVID-01)."""


class BrokenImage(NotAccepted):
    """壊れた画像: it begins like an image and breaks off (EVID-02)."""


class TooManyPixels(NotAccepted):
    """画素の多すぎる画像 (EVID-02)."""


class TooSmall(NotAccepted):
    """小さすぎる画像 (EVID-03)."""
