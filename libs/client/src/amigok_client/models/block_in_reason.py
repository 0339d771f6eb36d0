from typing import Literal

BlockInReason = Literal["claim", "contest", "dispute", "other"]

BLOCK_IN_REASON_VALUES: set[BlockInReason] = {
    "claim",
    "contest",
    "dispute",
    "other",
}


def check_block_in_reason(value: str) -> BlockInReason:
    if value in BLOCK_IN_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BLOCK_IN_REASON_VALUES!r}")
