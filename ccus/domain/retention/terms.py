"""保存期間の言葉."""

from ccus.foundation.labelled import Labelled


class Then(Labelled):
    """期間が終わると (KEEP-02)."""

    ERASED = "erased", "行を消す"
    WORDS_GO = "words_go", "行を残し、言葉を消す"
    WITH_THE_PERSON = "with_the_person", "退会した方の消去のときに消す"


class Why(Labelled):
    """期間のもと (KEEP-03)."""

    LAW = "law", "法令"
    DECISION = "decision", "決めたこと"
    NEED = "need", "使う間だけ"
