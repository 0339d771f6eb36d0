from typing import Literal

ReadTaxStatementScope = Literal["farm", "mine", "platform"]

READ_TAX_STATEMENT_SCOPE_VALUES: set[ReadTaxStatementScope] = {
    "farm",
    "mine",
    "platform",
}


def check_read_tax_statement_scope(value: str) -> ReadTaxStatementScope:
    if value in READ_TAX_STATEMENT_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_TAX_STATEMENT_SCOPE_VALUES!r}")
