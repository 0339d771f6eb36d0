"""Reviews over HTTP."""

from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from amigok_chassis.text import Prose
from marketplace.reviews.models import STARS, Review, Seller

Rating = Annotated[int, Field(ge=1, le=STARS)]
_EXAMPLE = ["A healthy ewe, just as described."]
Text = Annotated[Prose, Field(max_length=2_000, examples=_EXAMPLE)]
Given = Annotated[Prose, Field(min_length=1, max_length=1_000, examples=["It is about another animal."])]
ReviewReportReason = Literal["insulting", "untrue", "private", "advertising", "other"]


class OrderReviewIn(BaseModel):
    """Stars and words about the other side."""

    model_config = ConfigDict(extra="forbid")

    rating: Rating
    text: Text = ""


class ReplyIn(BaseModel):
    """What the reviewed side answers, once."""

    model_config = ConfigDict(extra="forbid")

    text: Given


class ReviewReportIn(BaseModel):
    """Why a review should not be there."""

    model_config = ConfigDict(extra="forbid")

    reason: ReviewReportReason
    text: Annotated[Prose, Field(max_length=1_000, examples=["It insults me."])] = ""


class VerdictIn(BaseModel):
    """Whether a reported review is hidden, and why; a hidden one may be shown again."""

    model_config = ConfigDict(extra="forbid")

    hidden: bool
    reason: Given


class ReviewOut(BaseModel):
    """What one side of a completed order says of the other. Who they are it does not tell."""

    id: UUID
    side: Literal["buyer", "seller"]
    rating: int
    text: Annotated[str, Field(examples=_EXAMPLE)]
    reply: Annotated[str | None, Field(examples=["Thank you."])]
    state: Literal["written", "published", "hidden"]
    written_at: AwareDatetime
    published_at: AwareDatetime | None

    @classmethod
    def of(cls, review: Review) -> Self:
        return cls.model_validate({name: getattr(review, name) for name in cls.model_fields})


class ReportedOut(BaseModel):
    """A review that somebody has reported."""

    review: ReviewOut
    order_id: UUID
    reason: ReviewReportReason
    text: Annotated[str, Field(examples=_EXAMPLE)]
    reported_at: AwareDatetime


class SellerOut(BaseModel):
    """What buyers say of a seller; `id` names no account. `stars` counts ratings of one star, two, ... five."""

    id: UUID
    rating: float | None
    reviews: int
    stars: list[int]
    level: Annotated[str, Field(examples=["trusted"])]

    @classmethod
    def of(cls, seller: Seller, *, level: str) -> Self:
        return cls(id=seller.public_id, rating=seller.average, reviews=seller.reviews, stars=seller.stars, level=level)
