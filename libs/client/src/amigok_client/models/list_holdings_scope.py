from typing import Literal

ListHoldingsScope = Literal["farm", "mine", "platform"]

LIST_HOLDINGS_SCOPE_VALUES: set[ListHoldingsScope] = {
    "farm",
    "mine",
    "platform",
}


def check_list_holdings_scope(value: str) -> ListHoldingsScope:
    if value in LIST_HOLDINGS_SCOPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_HOLDINGS_SCOPE_VALUES!r}")
