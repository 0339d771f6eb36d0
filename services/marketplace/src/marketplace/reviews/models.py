"""Reviews, reports of them, and what they add up to."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, DateTime, ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.models import Base
from marketplace.reviews.machine import REVIEWS

PLATFORM = UUID(int=0)
"""Stands for the platform among those who are reviewed."""

STARS = 5
_TIME = DateTime(timezone=True)


class Review(Base):
    """What one side of an order says of the other: one for each side. `subject_id` is whom it is about.

    It is published at `publish_at`, or as soon as the other side has written.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        CheckConstraint(REVIEWS.check("state"), name="state"),
        CheckConstraint("side IN ('buyer', 'seller')", name="side"),
        CheckConstraint(f"rating BETWEEN 1 AND {STARS}", name="rating"),
        CheckConstraint("author_id <> subject_id", name="subject_id"),
        CheckConstraint("(state = 'hidden') = (hidden_because IS NOT NULL)", name="hidden_because"),
        Index("reviews_side_key", "order_id", "side", unique=True),
        Index(
            "reviews_subject_idx", "subject_id", "side", "published_at", "id", postgresql_where="state = 'published'"
        ),
        Index("reviews_publish_at_idx", "publish_at", postgresql_where="state = 'written'"),
        Index("reviews_author_id_idx", "author_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    side: Mapped[str]
    author_id: Mapped[UUID]
    subject_id: Mapped[UUID]
    rating: Mapped[int]
    text: Mapped[str]
    state: Mapped[str]
    reply: Mapped[str | None]
    hidden_because: Mapped[str | None]
    written_at: Mapped[datetime] = mapped_column(_TIME)
    publish_at: Mapped[datetime] = mapped_column(_TIME)
    published_at: Mapped[datetime | None] = mapped_column(_TIME)


class ReviewReport(Base):
    """Somebody holds a review for improper. `settled_at` is when an administrator has looked at it."""

    __tablename__ = "review_reports"
    __table_args__ = (
        Index("review_reports_open_idx", "reported_at", "review_id", postgresql_where="settled_at IS NULL"),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("reviews.id"), primary_key=True)
    reporter_id: Mapped[UUID] = mapped_column(primary_key=True)
    reason: Mapped[str]
    text: Mapped[str]
    reported_at: Mapped[datetime] = mapped_column(_TIME)
    settled_at: Mapped[datetime | None] = mapped_column(_TIME)


class Seller(Base):
    """What buyers' published reviews of a seller add up to: how many have one star, two, ... five."""

    __tablename__ = "sellers"
    __table_args__ = (
        CheckConstraint(f"cardinality(stars) = {STARS} AND 0 <= ALL (stars)", name="stars"),
        Index("sellers_public_id_key", "public_id", unique=True),
    )

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    public_id: Mapped[UUID]
    stars: Mapped[list[int]] = mapped_column(ARRAY(Integer))

    @property
    def reviews(self) -> int:
        return sum(self.stars)

    @property
    def average(self) -> float | None:
        """The mean rating, to two places; None without reviews."""
        total = sum(rating * count for rating, count in enumerate(self.stars, 1))
        return round(total / self.reviews, 2) if self.reviews else None
