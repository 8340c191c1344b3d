"""言葉で書かれたこと: a reason, a note, a comment of a few sentences."""

from ccus.foundation.japanese import tidy
from ccus.foundation.refusals import Refusal


def worded(text: str, *, label: str, longest: int, field: str, refusal: type[Refusal]) -> str:
    """What was written, tidied; `label` is what it is called in the sentence.

    Raises `refusal` where nothing is written, or more than `longest` letters.
    """
    said = tidy(text)
    if not 1 <= len(said) <= longest:
        raise refusal(
            f"{label}は、1文字以上{longest}文字以内で書いてください（今は{len(said)}文字です）。", field
        )
    return said
