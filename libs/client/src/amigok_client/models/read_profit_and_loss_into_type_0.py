from typing import Literal

ReadProfitAndLossIntoType0 = Literal["EUR", "GBP", "USD"]

READ_PROFIT_AND_LOSS_INTO_TYPE_0_VALUES: set[ReadProfitAndLossIntoType0] = {
    "EUR",
    "GBP",
    "USD",
}


def check_read_profit_and_loss_into_type_0(value: str) -> ReadProfitAndLossIntoType0:
    if value in READ_PROFIT_AND_LOSS_INTO_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PROFIT_AND_LOSS_INTO_TYPE_0_VALUES!r}")
