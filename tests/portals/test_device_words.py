"""What a browser says of itself, in words: SIGN-24."""

import pytest

from ccus.entrance.device_words import device_words

MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (f"{PHONE} Version/18.0 Mobile/15E148 Safari/604.1", "iPhone（Safari）"),
        (f"{PHONE} CriOS/130.0 Mobile/15E148 Safari/604.1", "iPhone（Chrome）"),
        (f"{PHONE} Safari Line/14.0", "iPhone（LINE）"),
        (WINDOWS, "Windowsのパソコン（Chrome）"),
        (f"{WINDOWS} Edg/130.0", "Windowsのパソコン（Edge）"),
        (f"{MAC} Version/18.0 Safari/605.1.15", "Mac（Safari）"),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0",
            "Linuxのパソコン（Firefox）",
        ),
        ("curl/8.5.0", "不明な端末"),
        ("", "不明な端末"),
    ],
)
def test_a_device_is_named_as_its_owner_would(said: str, words: str) -> None:
    assert device_words(said) == words
