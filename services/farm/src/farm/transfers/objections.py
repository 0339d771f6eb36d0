"""Why an animal may not go from one owner to another."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from amigok_contracts.farm import Block
from farm.livestock.models import Livestock


def objections(
    animal: Livestock | None,
    against: Sequence[Block],
    *,
    buyer_id: UUID,
    seller_id: UUID | None,
    transfer_by: datetime,
    inactive: Collection[UUID],
    now: datetime,
) -> list[str]:
    """Returns stable codes of why this animal may not go from seller (null: the platform) to buyer now.

    `unknown_livestock`, `expired`, `recipient_inactive` and `seller_inactive` (among the `inactive` accounts),
    `not_owner` (the seller is not), `buyer_already_owner`, and the reasons of the blocks `against` its sale.
    """
    holds = {
        "unknown_livestock": animal is None,
        "expired": now > transfer_by,
        "recipient_inactive": buyer_id in inactive,
        "seller_inactive": seller_id in inactive,
    }
    if animal is not None:
        holds |= {"not_owner": animal.owner_id != seller_id, "buyer_already_owner": animal.owner_id == buyer_id}
    return [code for code, applies in holds.items() if applies] + [block.reason for block in against]
