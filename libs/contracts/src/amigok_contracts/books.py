"""What services that settle something state of their books, so that the wallet can compare its own."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.money import Money


class BookItem(BaseModel):
    """Money that moved, by its producer's books: `kind` is what the producer calls it, once per reference."""

    model_config = ConfigDict(frozen=True)

    reference_id: UUID
    kind: str
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
