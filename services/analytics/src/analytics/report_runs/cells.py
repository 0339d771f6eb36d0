"""Values of facts as cells of a file. Pure rules."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from amigok_contracts.currencies import digits
from analytics.report_runs.heading import Columns

Cell = str | int | Decimal | None


def cells(row: Mapping[str, Any], columns: Columns) -> list[Cell]:
    """A row of an answer in the order of its columns. Money is in units of the row's currency."""
    values = [row[f"c{place}"] for place in range(len(columns))]
    currency = next((value for value, (name, _) in zip(values, columns, strict=True) if name == "currency"), "")
    return [_cell(value, kind, currency) for value, (_, kind) in zip(values, columns, strict=True)]


def _cell(value: Any, kind: str, currency: str) -> Cell:
    if value is None or value == UUID(int=0):
        return None
    if kind == "money":
        return Decimal(value).scaleb(-digits(currency))
    if kind == "decimal":
        return Decimal(value).quantize(Decimal("0.001"))
    return value if isinstance(value, str | int | Decimal) else str(value)


def names(columns: Columns) -> Sequence[str]:
    """What the columns are called."""
    return [name for name, _ in columns]
