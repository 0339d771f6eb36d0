"""What keeps an animal from being sold: the one rule, for transfers, for sale statuses and for the event about them."""

from collections.abc import Iterable

from amigok_contracts.farm import Block
from farm.livestock.lifecycle import MOVEMENTS, Status


def obstacles(status: Status, standing: Iterable[Block]) -> list[Block]:
    """Returns what keeps an animal from being sold to anybody now. An animal without obstacles is sellable.

    The status is one (`removed`, `deceased`) if an animal of that status cannot be sold at all. Each reason of the
    standing blocks is another, with the time when the last of its blocks ends.
    """
    found: dict[str, Block] = {}
    if not MOVEMENTS.ends("sold", status):
        found[status] = Block(reason=status, until=None)
    for block in standing:
        known = found.get(block.reason)
        found[block.reason] = block if known is None else _later(known, block)
    return list(found.values())


def _later(one: Block, other: Block) -> Block:
    """Returns the block that ends later. One without a time ends last."""
    if one.until is None or (other.until is not None and one.until >= other.until):
        return one
    return other
