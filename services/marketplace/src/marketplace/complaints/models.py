"""Complaints, their evidence, and which payments of orders are disputed."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.uploads import PHOTOS, UPLOAD_BYTES
from marketplace.complaints.machine import COMPLAINTS
from marketplace.models import Base
from marketplace.orders.escrow import RefundTo

OpenedBy = Literal["buyer", "platform"]
_TIME = DateTime(timezone=True)
_LIVE = COMPLAINTS.check("state", COMPLAINTS.open)


class Complaint(Base):
    """Why an order in escrow is contested. An order has one at a time, and its buyer opens one at most.

    `answer` is what the seller says to it. `reasons` are the farm's, if it could not give the animal back the last
    time, `return_id` names the last attempt. `paid` is what of the price the seller and the fee got, in minor units.
    """

    __tablename__ = "complaints"
    __table_args__ = (
        CheckConstraint(COMPLAINTS.check("state"), name="state"),
        CheckConstraint("opened_by IN ('buyer', 'platform')", name="opened_by"),
        CheckConstraint("refund_to IN ('wallet', 'provider')", name="refund_to"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer"),
        CheckConstraint(f"({_LIVE}) = (ended_at IS NULL)", name="ended_at"),
        CheckConstraint("return_id IS NOT NULL OR state <> 'returning'", name="return_id"),
        Index("complaints_live_key", "order_id", unique=True, postgresql_where=_LIVE),
        Index("complaints_buyer_key", "order_id", unique=True, postgresql_where="opened_by = 'buyer'"),
        Index("complaints_order_id_idx", "order_id", "id"),
        Index("complaints_state_idx", "state", "id"),
        Index("complaints_decide_by_idx", "decide_by", postgresql_where=_LIVE),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    opened_by: Mapped[OpenedBy] = mapped_column(String)
    reason: Mapped[str]
    text: Mapped[str]
    refund_to: Mapped[RefundTo] = mapped_column(String)
    state: Mapped[str]
    version: Mapped[int]
    answer: Mapped[str | None]
    reasons: Mapped[list[str]] = mapped_column(ARRAY(Text))
    return_id: Mapped[UUID | None]
    paid: Mapped[int | None] = mapped_column(BigInteger)
    opened_at: Mapped[datetime] = mapped_column(_TIME)
    answered_at: Mapped[datetime | None] = mapped_column(_TIME)
    decide_by: Mapped[datetime] = mapped_column(_TIME)
    ended_at: Mapped[datetime | None] = mapped_column(_TIME)

    def take(self, action: str, *, now: datetime) -> None:
        """Takes a step. Raises WrongState."""
        self.state = COMPLAINTS.follow(action, self.state)
        self.version += 1
        self.ended_at = now if self.state in COMPLAINTS.terminal else None


class ComplaintFile(Base):
    """A photo that the buyer or the seller has added, sealed in the object storage. It never changes."""

    __tablename__ = "complaint_files"
    __table_args__ = (
        CheckConstraint(f"media_type IN {PHOTOS}", name="media_type"),
        CheckConstraint(f"size BETWEEN 1 AND {UPLOAD_BYTES}", name="size"),
        CheckConstraint("side IN ('buyer', 'seller')", name="side"),
        Index("complaint_files_complaint_id_idx", "complaint_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    complaint_id: Mapped[UUID] = mapped_column(ForeignKey("complaints.id"))
    side: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    added_at: Mapped[datetime] = mapped_column(_TIME)

    @property
    def key(self) -> str:
        """Its name in the object storage."""
        return f"complaints/{self.complaint_id}/{self.id}"


class OrderDispute(Base):
    """A dispute of a payment for an order, as payment tells it. It stands until it is won."""

    __tablename__ = "order_disputes"
    __table_args__ = (Index("order_disputes_order_id_idx", "order_id", postgresql_where="stands"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order_id: Mapped[UUID]
    stands: Mapped[bool]
    version: Mapped[int] = mapped_column(BigInteger)
