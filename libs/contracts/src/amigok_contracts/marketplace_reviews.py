"""What the marketplace publishes about reviews, which the parties of a completed order write of each other."""

from typing import Annotated
from uuid import UUID

from amigok_contracts.base import Event
from amigok_contracts.values import known

ReviewSide = Annotated[str, known("buyer", "seller")]


class ReviewPublished(Event, type="marketplace.review.published", aggregate="review_id"):
    """A review can be read now: both sides have written, or the time for it is over. `by` is the side that wrote it.

    `subject_id` is whom it is about; null: the platform.
    """

    review_id: UUID
    order_id: UUID
    author_id: UUID
    subject_id: UUID | None
    by: ReviewSide
    rating: int


class ReviewHidden(Event, type="marketplace.review.hidden", aggregate="review_id"):
    """An administrator has hidden a review, which no longer counts."""

    review_id: UUID
    order_id: UUID
    author_id: UUID
    subject_id: UUID | None
