"""Devices on farms with their credentials."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base


class Device(Base):
    """A device that an administrator has enrolled for a farm. `serial` is what its maker has printed on it.

    `claim_digest` is of the secret with which it registers once. Then it has a `public_key` (Ed25519, 32 bytes).
    Whether it is online follows from when it was last heard, `heard_at`; it has not been silent for long since
    `back_at`. It was on another farm before `moved_at`. Addresses are
    only stored and shown: nothing here ever connects to them.
    """

    __tablename__ = "devices"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(100))
    serial: Mapped[str] = mapped_column(String(100))
    farm_id: Mapped[UUID]
    previous_farm_id: Mapped[UUID | None]
    moved_at: Mapped[datetime | None]
    capabilities: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'::text[]"))
    ip_address: Mapped[str | None] = mapped_column(String(45))
    local_address: Mapped[str | None] = mapped_column(String(500))
    claim_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    claim_expires_at: Mapped[datetime | None]
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    model_version: Mapped[str | None] = mapped_column(String(50))
    registered_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    back_at: Mapped[datetime | None]
    maintenance_from: Mapped[datetime | None]
    maintenance_until: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]

    __table_args__ = (
        CheckConstraint("octet_length(public_key) = 32", name="public_key"),
        CheckConstraint("(moved_at IS NULL) = (previous_farm_id IS NULL)", name="moved_at"),
        CheckConstraint("maintenance_from < maintenance_until", name="maintenance"),
        Index("devices_serial_key", "serial", unique=True, postgresql_where=text("revoked_at IS NULL")),
        Index(None, "farm_id", "id"),
    )

    def is_online(self, now: datetime, silence: timedelta) -> bool:
        """Whether it may act, and was heard within `silence`."""
        known = self.public_key is not None and self.revoked_at is None
        return known and self.heard_at is not None and self.heard_at >= now - silence

    def is_in_maintenance(self, at: datetime) -> bool:
        """Whether a moment is in its maintenance window, in which nothing is said of its silence."""
        begins, ends = self.maintenance_from, self.maintenance_until
        return begins is not None and ends is not None and begins <= at < ends


class Credential(Base):
    """A secret with which a device signs in. Only its SHA-256 digest is kept: the secret is 32 random bytes."""

    __tablename__ = "device_credentials"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "device_id"),)


class FormerKey(Base):
    """A public key that a device had from `registered_at` until it was enrolled again, for what it signed then."""

    __tablename__ = "device_former_keys"

    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"), primary_key=True)
    ended_at: Mapped[datetime] = mapped_column(primary_key=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    registered_at: Mapped[datetime]

    __table_args__ = (CheckConstraint("octet_length(public_key) = 32", name="public_key"),)


class ClaimAttempts(Base):
    """How often somebody has tried to claim a serial since a time. Serials share a fixed number of buckets."""

    __tablename__ = "claim_attempts"

    bucket: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int]
    since: Mapped[datetime]
