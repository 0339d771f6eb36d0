from typing import Literal

WalletDepositInMethod = Literal["bank_transfer", "card", "crypto", "paypal"]

WALLET_DEPOSIT_IN_METHOD_VALUES: set[WalletDepositInMethod] = {
    "bank_transfer",
    "card",
    "crypto",
    "paypal",
}


def check_wallet_deposit_in_method(value: str) -> WalletDepositInMethod:
    if value in WALLET_DEPOSIT_IN_METHOD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WALLET_DEPOSIT_IN_METHOD_VALUES!r}")
