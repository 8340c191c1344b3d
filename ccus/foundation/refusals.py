"""断り: what an act answers when a rule says no, as a sentence people can act on."""


class Refusal(Exception):
    """断り: base of every named refusal.

    `sentence` is Japanese, whole, and ready for a page: it names the field, what is wrong with the value seen, and
    how to mend it. `field` is the English name of the form field it belongs to, None for the form as a whole.
    """

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
