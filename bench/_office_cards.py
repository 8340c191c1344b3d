"""Print data of cards, made over and over: reads a count, answers in ms of work; to `memory`, its peak in MB.

In parts as the job makes them, each card with a name, a number and a photograph of its own, so that nothing is
remembered from the one before.
"""

import io
import random
import resource
import sys
import time
from datetime import date

import django
from PIL import Image

django.setup()

from ccus.documents.card_face import PrintedCard, faces_pdf  # noqa: E402 - models are known only now
from ccus.domain.cards.faces import CardFace, CardLook  # noqa: E402
from ccus.domain.printing.terms import IN_A_PART  # noqa: E402

_WIDTH = 30
_LOOKS = (
    CardLook("white", "一般のカード（白色）", "#ffffff", "#dde5ee", "#00234b"),
    CardLook("gold", "ゴールドカード", "#f7e3a1", "#c6962b", "#00234b"),
)
_NAMES = ("建設 未来", "髙橋 一郎", "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo", "𠮷田 花")


def main() -> None:
    """Serve the measurement until the input ends."""
    photos = [_photo(seed) for seed in range(IN_A_PART)]
    print("ready", flush=True)
    first = 0
    for line in sys.stdin:
        if line.strip() == "memory":
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
            continue
        count = int(line)
        print(round(made(first, count, photos), 2), flush=True)
        first += count


def made(first: int, count: int, photos: list[bytes]) -> float:
    """The ms that the cores worked for so many cards, whoever else keeps them busy; a bar on standard error."""
    started = time.process_time()
    for done in range(0, count, IN_A_PART):
        numbers = range(first + done, first + min(done + IN_A_PART, count))
        faces_pdf([_card(number, photos) for number in numbers])
        _tell(done + len(numbers), count)
    return (time.process_time() - started) * 1000


def _card(number: int, photos: list[bytes]) -> PrintedCard:
    face = CardFace(
        number=f"{number:014d}",
        serial=1,
        look=_LOOKS[number % 5 == 0],
        name=f"{_NAMES[number % len(_NAMES)]}{number}",
        alias="",
        first_year=2026,
        birth_on=date(1970 + number % 35, 1 + number % 12, 1),
        expires_on=date(2036, 1 + number % 12, 1),
    )
    # What follows the end of a JPEG is drawn by nobody, and makes it another file.
    return PrintedCard(face, photos[number % IN_A_PART] + str(number).encode(), f"{number % 10_000:04d}")


def _photo(seed: int) -> bytes:
    shade = random.Random(seed).randrange(60, 200)
    image = Image.merge("RGB", [Image.effect_noise((480, 640), shade)] * 3)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


def _tell(done: int, count: int) -> None:
    filled = _WIDTH * done // count
    end = "\n" if done >= count else ""
    sys.stderr.write(f"\r  [{'#' * filled}{'.' * (_WIDTH - filled)}] {done:>5,}/{count:,} cards{end}")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
