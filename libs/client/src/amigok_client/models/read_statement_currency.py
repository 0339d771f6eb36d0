from typing import Literal

ReadStatementCurrency = Literal["EUR", "GBP", "USD"]

READ_STATEMENT_CURRENCY_VALUES: set[ReadStatementCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_read_statement_currency(value: str) -> ReadStatementCurrency:
    if value in READ_STATEMENT_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_STATEMENT_CURRENCY_VALUES!r}")
