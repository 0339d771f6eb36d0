from typing import Literal

ProfitBasis = Literal["purchase", "start"]

PROFIT_BASIS_VALUES: set[ProfitBasis] = {
    "purchase",
    "start",
}


def check_profit_basis(value: str) -> ProfitBasis:
    if value in PROFIT_BASIS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROFIT_BASIS_VALUES!r}")
