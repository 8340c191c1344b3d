"""検索の決まり: how much a page shows, and which number may be written (SEEK-04, SEEK-05). Pure."""

PAGE = 20
"""How many a page of results holds."""
PAGES = 5
"""How many pages of one search are shown."""
FEWEST = 5
"""Numbers below it are never written."""
MOST_COUNTED = 10_000
"""Of how many whom the first criteria bring in the choices are counted."""
FEWEST_LETTERS = 2
"""With how many letters a フリガナ is searched for."""


def counted(number: int) -> str:
    """人数の書き方 beside a choice (SEEK-04).

    >>> counted(1203), counted(4), counted(0)
    ('1,203人', '5人未満', '5人未満')
    """
    return f"{number:,}人" if number >= FEWEST else f"{FEWEST}人未満"


def page_within(asked: str) -> int:
    """The page that an address asks for: 1 to `PAGES`, 1 for anything else."""
    return int(asked) if asked in {str(page) for page in range(1, PAGES + 1)} else 1
