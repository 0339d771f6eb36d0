from typing import Literal

ReadTaxStatementIntoType0 = Literal["EUR", "GBP", "USD"]

READ_TAX_STATEMENT_INTO_TYPE_0_VALUES: set[ReadTaxStatementIntoType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_read_tax_statement_into_type_0(value: str) -> ReadTaxStatementIntoType0:
    if value in READ_TAX_STATEMENT_INTO_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_TAX_STATEMENT_INTO_TYPE_0_VALUES!r}")
