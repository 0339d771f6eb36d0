from typing import Literal

ReadStatementFormat = Literal["csv", "pdf"]

READ_STATEMENT_FORMAT_VALUES: set[ReadStatementFormat] = {
    "csv",
    "pdf",
}


def check_read_statement_format(value: str) -> ReadStatementFormat:
    if value in READ_STATEMENT_FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_STATEMENT_FORMAT_VALUES!r}")
