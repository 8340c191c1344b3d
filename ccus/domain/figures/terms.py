"""業務の数字の言葉: the six figures, ages, the words of what is hidden."""

from ccus.foundation.labelled import Labelled


class Figure(Labelled):
    """業務の数字の一つ (FIG-01)."""

    WAITING = "waiting", "審査の待ち日数"
    RETURNS = "returns", "不備の割合"
    DAYS = "days", "就業履歴の状態"
    SITES = "sites", "連絡のない現場"
    READERS = "readers", "読み取りのないリーダー"
    FIRMS = "firms", "答えを待っている事業者"

    @property
    def question(self) -> str:
        """What the office asks itself."""
        return _QUESTIONS[self]

    @property
    def is_counted_at_night(self) -> bool:
        """Whether its sums are those of the last night (FIG-08)."""
        return self in {Figure.WAITING, Figure.RETURNS, Figure.DAYS}


_QUESTIONS = {
    Figure.WAITING: "申請した方は、答えを何日待っていますか。",
    Figure.RETURNS: "どの項目で、どの文のときに、申請が返されていますか。",
    Figure.DAYS: "読み取りと入力のうち、どれだけが「正式」になっていますか。",
    Figure.SITES: "動いているはずの現場で、何も届いていないのはどれだけですか。",
    Figure.READERS: "使われているはずのリーダーで、読み取りが届いていないのはどれだけですか。",
    Figure.FIRMS: "事業者は、だれの答えを、どれだけ待っていますか。",
}
AGES: tuple[tuple[int, str], ...] = (
    (0, "6日まで"),
    (7, "7〜13日"),
    (14, "14〜29日"),
    (30, "30〜89日"),
    (90, "90日以上"),
)
"""古さ: the least days of each column, and its word."""
SILENT_DAYS = 14
"""FIG-12, FIG-13."""
FEW, MOST, NOTHING = "5未満", "ほぼすべて", "－"


def age_of(days: int) -> int:
    """Which of `AGES`.

    >>> age_of(13), age_of(14), age_of(-1)
    (1, 2, 0)
    """
    return max(place for place, (least, _) in enumerate(AGES) if days >= least or place == 0)
