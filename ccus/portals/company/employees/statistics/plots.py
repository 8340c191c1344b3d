"""図表の形: bars as widths; numbers and words stand beside them in the same table. Pure."""

from dataclasses import dataclass

from ccus.domain.employees.statistics import Chart, Statistics


@dataclass(frozen=True, slots=True)
class PlottedBar:
    """棒; `share` and `width` in per cent, of all workers and of the widest possible bar."""

    label: str
    count: int
    share: int
    width: float


@dataclass(frozen=True, slots=True)
class Plot:
    """図表."""

    key: str
    title: str
    bars: tuple[PlottedBar, ...]


def plots_of(counted: Statistics) -> tuple[Plot, ...]:
    """Every chart; a bar as wide as the page stands for everybody."""
    return tuple(Plot(chart.key, chart.title, _bars(chart)) for chart in counted.charts)


def _bars(chart: Chart) -> tuple[PlottedBar, ...]:
    whole = max(chart.of, 1)
    return tuple(
        PlottedBar(bar.label, bar.count, chart.share(bar), round(100 * bar.count / whole, 1))
        for bar in chart.bars
    )
