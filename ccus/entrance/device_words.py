"""端末の言葉: what a browser says of itself, in words its owner knows. Pure."""

_DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windowsのパソコン"),
    ("Macintosh", "Mac"),
    ("Linux", "Linuxのパソコン"),
)
_BROWSERS = (
    (" Line/", "LINE"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)


def device_words(user_agent: str) -> str:
    """「iPhone（Safari）」; 「不明な端末」 for what nobody knows.

    Many carry the marks of others too, so the order counts.
    """
    device = next((word for mark, word in _DEVICES if mark in user_agent), "")
    browser = next((word for mark, word in _BROWSERS if mark in user_agent), "")
    if device and browser:
        return f"{device}（{browser}）"
    return device or browser or "不明な端末"
