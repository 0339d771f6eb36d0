from typing import Literal

ColumnOutKind = Literal["date", "decimal", "id", "integer", "money", "text"]

COLUMN_OUT_KIND_VALUES: set[ColumnOutKind] = {
    "date",
    "decimal",
    "id",
    "integer",
    "money",
    "text",
}


def check_column_out_kind(value: str) -> ColumnOutKind:
    if value in COLUMN_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COLUMN_OUT_KIND_VALUES!r}")
