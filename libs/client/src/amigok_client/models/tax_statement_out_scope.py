from typing import Literal

TaxStatementOutScope = Literal["farm", "mine", "platform"]

TAX_STATEMENT_OUT_SCOPE_VALUES: set[TaxStatementOutScope] = {
    "farm",
    "mine",
    "platform",
}


def check_tax_statement_out_scope(value: str) -> TaxStatementOutScope:
    if value in TAX_STATEMENT_OUT_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAX_STATEMENT_OUT_SCOPE_VALUES!r}")
