"""Devices on farms with their credentials."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.ids import new_id
from stream.models import Base


class Device(Base):
    """A device that an administrator has enrolled for a farm. `serial` is what its maker has printed on it.

    `claim_digest` is of the secret with which it registers once. Then it has a `public_key` (Ed25519, 32 bytes).
    Whether it is online follows from when it was last heard, `heard_at`.
    """

    __tablename__ = "devices"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(String(100))
    serial: Mapped[str] = mapped_column(String(100))
    farm_id: Mapped[UUID]
    capabilities: Mapped[list[str]] = mapped_column(ARRAY(Text), server_default=text("'{}'::text[]"))
    claim_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    claim_expires_at: Mapped[datetime | None]
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    model_version: Mapped[str | None] = mapped_column(String(50))
    registered_at: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID]

    __table_args__ = (
        CheckConstraint("octet_length(public_key) = 32", name="public_key"),
        Index("devices_serial_key", "serial", unique=True),
        Index(None, "farm_id", "id"),
    )


class Credential(Base):
    """A secret with which a device signs in. Only its SHA-256 digest is kept: the secret is 32 random bytes."""

    __tablename__ = "device_credentials"

    digest: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id", ondelete="CASCADE"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]

    __table_args__ = (Index(None, "device_id"),)
