from typing import Literal

FarmSettlementInDecision = Literal["keep", "return", "settle"]

FARM_SETTLEMENT_IN_DECISION_VALUES: set[FarmSettlementInDecision] = {
    "keep",
    "return",
    "settle",
}


def check_farm_settlement_in_decision(value: str) -> FarmSettlementInDecision:
    if value in FARM_SETTLEMENT_IN_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FARM_SETTLEMENT_IN_DECISION_VALUES!r}")
