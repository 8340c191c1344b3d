"""どこから来たか: the page of this register that a browser names as the one before."""

from urllib.parse import SplitResult, urlsplit

from django.http import HttpRequest

_NOWHERE = SplitResult("", "", "", "", "")


def page_before(request: HttpRequest) -> SplitResult:
    """The address that the browser came from; an empty one where that was elsewhere, or is not said."""
    try:
        before = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # a script's, not a browser's
        return _NOWHERE
    is_here = before.netloc == request.get_host() and not before.path.startswith("//")
    return before if is_here else _NOWHERE
