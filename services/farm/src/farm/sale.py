"""Whether an animal may be sold: the one predicate, for the transfer, for who asks and for what is told of it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from amigok_contracts.farm import Block
from farm.models import TRANSITIONS, Livestock, Status


def obstacles(status: Status, standing: Iterable[Block]) -> list[Block]:
    """What keeps an animal from being sold to anybody now; nothing: it is sellable.

    Its status, when nobody can be given an animal of that status (`withdrawn`, `deceased`); and each reason of the
    blocks that stand, once, with the time when the last of them clears.
    """
    found: dict[str, Block] = {}
    if "assigned" not in TRANSITIONS[status]:
        found[status] = Block(reason=status, until=None)
    for block in standing:
        known = found.get(block.reason)
        found[block.reason] = block if known is None else _later(known, block)
    return list(found.values())


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
    """Why this animal may not go from seller (null: the platform) to buyer now: stable codes; none when it may.

    `unknown_livestock`, `expired`, `recipient_inactive` and `seller_inactive` (among the `inactive` accounts),
    `not_owner` (the seller is not), `buyer_already_owner`, and the reasons of its obstacles.
    """
    holds = {
        "unknown_livestock": animal is None,
        "expired": now > transfer_by,
        "recipient_inactive": buyer_id in inactive,
        "seller_inactive": seller_id in inactive,
    }
    if animal is not None:
        holds |= {"not_owner": animal.owner_id != seller_id, "buyer_already_owner": animal.owner_id == buyer_id}
    return [code for code, is_so in holds.items() if is_so] + [block.reason for block in against]


def _later(one: Block, other: Block) -> Block:
    """The one that clears later; without a time means that nobody knows."""
    if one.until is None or (other.until is not None and one.until >= other.until):
        return one
    return other
