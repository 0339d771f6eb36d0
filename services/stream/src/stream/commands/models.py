"""What devices are told."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from stream.commands.machine import COMMANDS
from stream.models import Base

OPEN = COMMANDS.check("state", ("pending", "delivered"))


class Command(Due, Base):
    """A command to a device, until it is acknowledged or expires. While it is open, it is due to be sent by MQTT."""

    __tablename__ = "device_commands"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    state: Mapped[str] = mapped_column(String(10), default="pending")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]
    expires_at: Mapped[datetime]
    delivered_at: Mapped[datetime | None]
    deliveries: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None]
    note: Mapped[str | None] = mapped_column(String(500))

    __table_args__ = (
        CheckConstraint(COMMANDS.check("state"), name="state"),
        CheckConstraint(f"{OPEN} OR due_at IS NULL", name="due_at"),
        CheckConstraint(f"({OPEN}) = (ended_at IS NULL)", name="ended_at"),
        CheckConstraint("deliveries >= 0", name="deliveries"),
        Index(None, "device_id", "id"),
        Index("device_commands_open_idx", "expires_at", postgresql_where=text(OPEN)),
        Index("device_commands_open_device_id_idx", "device_id", "id", postgresql_where=text(OPEN)),
        Index(None, "ended_at"),
    )

    @property
    def is_open(self) -> bool:
        return self.state in COMMANDS.open

    def deliver(self, now: datetime) -> None:
        """Notes that it was sent to its device. Raises WrongState."""
        self.state = COMMANDS.follow("deliver", self.state)
        self.deliveries += 1
        self.delivered_at = self.delivered_at or now

    def end(self, action: str, now: datetime, note: str | None = None) -> None:
        """Takes the step that ends it. Raises WrongState."""
        self.state = COMMANDS.follow(action, self.state)
        self.ended_at, self.note, self.due_at = now, note, None
