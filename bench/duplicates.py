"""重複の見つけ方の測定: how many registrations of one person the matcher finds, and how many of two it takes for one.

Precision: of those suspected, how many are one person's. Recall: of those of one person, how many are suspected. For
疑い and 強い疑い, in kanji, kana and Latin letters and in total, on the half of the pairs that no weight was chosen by
(`--chosen` shows the other half, `--missed` what went wrong).
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass

from bench._pairs import INVENTED, SEED, Pair, labelled
from bench._people import SCRIPTS
from ccus.domain.workers.matching import Compared, compare

SEEN: dict[str, Callable[[Compared], bool]] = {
    "suspected": lambda seen: seen.is_suspected,
    "strong": lambda seen: seen.is_strong,
}
TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Score:
    """一行: of `pairs` in a script, how precise and how complete a suspicion is; both from 0 to 1."""

    script: str
    suspicion: str
    pairs: int
    precision: float
    recall: float


def scores(pairs: Sequence[Pair]) -> list[Score]:
    """Both kinds of suspicion, script by script and in total."""
    return [
        _score(script, suspicion, [pair for pair in pairs if script in (pair.script, TOTAL)])
        for script in (*SCRIPTS, TOTAL)
        for suspicion in SEEN
    ]


def wrong(pairs: Iterable[Pair]) -> list[str]:
    """What went wrong, a line each: missed though one person, or 強い疑い though two."""
    lines = []
    for pair in pairs:
        seen = compare(pair.one, pair.other)
        if (pair.is_same and not seen.is_suspected) or (not pair.is_same and seen.is_strong):
            points = " ".join(f"{point.likeness}{point.weight:+}" for point in seen.points)
            lines.append(f"{pair.why}: {_brief(pair)} [{points}]")
    return lines


def _score(script: str, suspicion: str, pairs: Sequence[Pair]) -> Score:
    found = [pair for pair in pairs if SEEN[suspicion](compare(pair.one, pair.other))]
    right = sum(pair.is_same for pair in found)
    same = sum(pair.is_same for pair in pairs)
    return Score(script, suspicion, len(pairs), _share(right, len(found)), _share(right, same))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _brief(pair: Pair) -> str:
    return " / ".join(f"{one.official} {one.kana} {one.birth_on}" for one in (pair.one, pair.other))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description="precision and recall of the matcher on labelled invented pairs"
    )
    parser.add_argument("--seed", type=int, default=SEED, help=f"of the invented pairs (default {SEED})")
    parser.add_argument("--pairs", type=int, default=INVENTED, help=f"to invent (default {INVENTED})")
    parser.add_argument("--chosen", action="store_true", help="the half by which the weights were chosen")
    parser.add_argument(
        "--missed", action="store_true", help="also a line for each pair that was judged wrongly"
    )
    parser.add_argument("--json", action="store_true", help="nothing but one JSON list")
    asked = parser.parse_args()
    chosen, checked = labelled(asked.seed, asked.pairs)
    pairs = chosen if asked.chosen else checked
    rows = scores(pairs)
    if asked.json:
        sys.stdout.write(json.dumps([asdict(row) for row in rows]) + "\n")
        return
    sys.stdout.write(f"{'script':8}{'suspicion':12}{'pairs':>7}{'precision':>11}{'recall':>9}\n")
    for row in rows:
        line = f"{row.script:8}{row.suspicion:12}{row.pairs:7}{row.precision:11.3f}{row.recall:9.3f}\n"
        sys.stdout.write(line)
    if asked.missed:
        sys.stdout.write("".join(f"{line}\n" for line in wrong(pairs)))


if __name__ == "__main__":
    main()
