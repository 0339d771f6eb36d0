from typing import Literal

WalletSettlementInOutcome = Literal["kept", "released"]

WALLET_SETTLEMENT_IN_OUTCOME_VALUES: set[WalletSettlementInOutcome] = {
    "kept",
    "released",
}


def check_wallet_settlement_in_outcome(value: str) -> WalletSettlementInOutcome:
    if value in WALLET_SETTLEMENT_IN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WALLET_SETTLEMENT_IN_OUTCOME_VALUES!r}")
