"""職種 and 立場: rows of the code tables, which every migrated database holds."""

from ccus.domain.codes.models import Position, Trade

REBAR = "10-01"
CARPENTER = "34-01"


def trade(code: str = REBAR) -> Trade:
    return Trade.objects.get(code=code)


def position(code: str = "general") -> Position:
    return Position.objects.get(code=code)
