"""The tables of deliveries."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from notification.models import Base


class Delivery(Due, Base):
    """A message to one address. `slot` is what it is for: a notice, or the digest of a day. It is sent or dropped."""

    __tablename__ = "deliveries"
    __table_args__ = (
        CheckConstraint("num_nonnulls(sent_at, dropped_at) <= 1", name="outcome"),
        CheckConstraint("(dropped_at IS NULL) = (dropped_for IS NULL)", name="dropped_for"),
        CheckConstraint("num_nonnulls(sent_at, dropped_at, due_at) > 0", name="pending"),
        UniqueConstraint("address_id", "slot"),
        Index(None, "address_id", "created_at"),
        Index(None, "user_id"),
        Index(None, "created_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    user_id: Mapped[UUID]
    address_id: Mapped[UUID] = mapped_column(ForeignKey("addresses.id", ondelete="CASCADE"))
    channel: Mapped[str] = mapped_column(String(10))
    slot: Mapped[str] = mapped_column(String(40))
    urgent: Mapped[bool]
    created_at: Mapped[datetime]
    planned_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    dropped_at: Mapped[datetime | None]
    dropped_for: Mapped[str | None] = mapped_column(String(20))

    @property
    def is_settled(self) -> bool:
        """Whether it was sent or dropped."""
        return self.sent_at is not None or self.dropped_at is not None

    def another(self, *, slot: str, at: datetime) -> "Delivery":
        """A message to the same address that is due then."""
        return Delivery(
            id=new_id(),
            user_id=self.user_id,
            address_id=self.address_id,
            channel=self.channel,
            slot=slot,
            urgent=self.urgent,
            created_at=at,
            planned_at=at,
            due_at=at,
        )


class Enclosure(Base):
    """That a notice is told to an address by this delivery: once, whatever is replayed."""

    __tablename__ = "enclosures"
    __table_args__ = (Index(None, "delivery_id"), Index(None, "address_id"))

    notice_id: Mapped[UUID] = mapped_column(ForeignKey("notices.id", ondelete="CASCADE"), primary_key=True)
    address_id: Mapped[UUID] = mapped_column(ForeignKey("addresses.id", ondelete="CASCADE"), primary_key=True)
    delivery_id: Mapped[UUID] = mapped_column(ForeignKey("deliveries.id", ondelete="CASCADE"))
