"""What a chart shows: sums of the first measure along the first dimension. Pure rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from analytics.custom_reports.asking import ReportQuery
from analytics.report_runs.cells import Cell
from analytics.report_runs.heading import Columns

MOST_POINTS = 40
"""A chart of more is no chart."""

_NOT_ADDED = frozenset({"average_kg", "lightest_kg", "heaviest_kg", "animals", "deaths"})
"""Measures whose parts do not add up to the whole."""


@dataclass(frozen=True)
class Chart:
    """One series; money of each currency has a chart of its own. `part` is each value against the largest of all."""

    title: str
    labels: list[str]
    values: list[Decimal]

    @property
    def shown(self) -> dict[str, Any]:
        """The chart as the typesetter draws it."""
        largest = max(map(abs, self.values)) or Decimal(1)
        points = [
            {"label": label, "value": f"{value:,f}", "part": float(value / largest)}
            for label, value in zip(self.labels, self.values, strict=True)
        ]
        return {"title": self.title, "points": points}


def charts(query: ReportQuery, columns: Columns, rows: Sequence[Sequence[Cell]]) -> list[Chart]:
    """The charts of a report; none where it wants none, or where parts would be added that do not add up."""
    names = [name for name, _ in columns]
    others = set(query.dimensions[1:]) - {"currency"}
    if query.chart == "none" or not rows or (others and query.measures[0] in _NOT_ADDED):
        return []
    currency = names.index("currency") if "currency" in names else None
    series: dict[str, dict[str, Decimal]] = {}
    for row in rows:
        of = series.setdefault(str(row[currency]) if currency is not None else "", {})
        label = str(row[names.index(query.dimensions[0])] or "none")
        of[label] = of.get(label, Decimal(0)) + Decimal(str(row[names.index(query.measures[0])] or 0))
    return [
        Chart(f"{query.measures[0]} {name}".strip(), list(of), list(of.values()))
        for name, of in series.items()
        if len(of) <= MOST_POINTS
    ]
