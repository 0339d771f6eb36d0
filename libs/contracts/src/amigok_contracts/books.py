"""Statements of what services have settled, so that the wallet can compare its own books."""

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.money import Money
from amigok_contracts.values import known


class BookItem(BaseModel):
    """Money that moved according to its producer: `kind` is its word for it, used once for each reference."""

    model_config = ConfigDict(frozen=True)

    reference_id: UUID
    kind: Annotated[str, known("deposit", "refund", "withdrawal", "dispute", "capture", "fee")]
    amount: Money


class Books(BaseModel):
    """All that was settled of what has an id after `after_id`, up to `up_to_id`.

    Ids are in the order of time, and a window is stated when it is at rest: what is not in `items` has not moved money
    and will not, but for `under_way`. A window in which something is under way is stated again. The later of two
    statements of a window (`stated_at`) wins.

    `kinds` are the kinds of items that the producer states. Money of these kinds may move on its word only.
    """

    kinds: ClassVar[frozenset[str]] = frozenset()

    window_id: UUID
    after_id: UUID
    up_to_id: UUID
    stated_at: AwareDatetime
    items: list[BookItem]
    under_way: list[UUID]
