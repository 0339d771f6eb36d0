from typing import Literal

ReadProofCurrency = Literal["EUR", "GBP", "USD"]

READ_PROOF_CURRENCY_VALUES: set[ReadProofCurrency] = {
    "EUR",
    "GBP",
    "USD",
}


def check_read_proof_currency(value: str) -> ReadProofCurrency:
    if value in READ_PROOF_CURRENCY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {READ_PROOF_CURRENCY_VALUES!r}")
