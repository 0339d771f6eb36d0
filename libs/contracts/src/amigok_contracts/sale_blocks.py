"""How a service keeps an animal from being sold: its own events ask the farm to block the sale, and to end the block.

The farm consumes all such events, whoever declares them. It answers with `farm.livestock.sale_status_changed`. A
block is named by its reason and `source_id`: repeating a request has no further effect, and a block that was ended is
never placed again, in whatever order the two events come.
"""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel

from amigok_contracts.values import known

BlockReason = Annotated[
    str,
    known(
        "withdrawal_period",
        "quarantine",
        "unconfirmed",
        "removal_requested",
        "debt",
        "claim",
        "dispute",
        "contest",
        "other",
        "unpaid_feed",
        "unpaid_care",
        "in_escrow",
    ),
]
"""Why an animal may not be sold: a stable code."""


class _Block(BaseModel):
    livestock_id: UUID
    block_reason: BlockReason
    source_id: UUID


class BlockRequest(_Block):
    """Keep this animal from being sold, until `ends_at` or a `BlockEnd`.

    With `owner_id` that holds only while they own it: what a former owner owes does not follow the animal.
    """

    owner_id: UUID | None = None
    ends_at: AwareDatetime | None = None


class BlockEnd(_Block):
    """The reason is gone."""
