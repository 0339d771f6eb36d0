from typing import Literal

StatementOutKind = Literal["package", "welfare"]

STATEMENT_OUT_KIND_VALUES: set[StatementOutKind] = {
    "package",
    "welfare",
}


def check_statement_out_kind(value: str) -> StatementOutKind:
    if value in STATEMENT_OUT_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STATEMENT_OUT_KIND_VALUES!r}")
