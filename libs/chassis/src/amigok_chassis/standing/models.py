"""The table of standings. A service fills it by the handler `standing.handlers.standing_changed`."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from amigok_chassis import tables


class Base(DeclarativeBase):
    metadata = tables.metadata
    type_annotation_map = {datetime: DateTime(timezone=True), UUID: Uuid}


class Standing(Base):
    """A user as of a version. An unknown user has version 0: active, with nothing proved."""

    __tablename__ = "user_standings"

    user_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    role: Mapped[str]
    status: Mapped[str]
    verified: Mapped[bool]
    kyc: Mapped[str]
    registered_at: Mapped[datetime]
    credentials_changed_at: Mapped[datetime | None]
    decides_from: Mapped[datetime]

    @property
    def is_active(self) -> bool:
        return self.status == "active"

    @property
    def is_deleted(self) -> bool:
        return self.status == "deleted"

    def may_decide(self, roles: Collection[str], now: datetime) -> bool:
        """Whether their decisions by one of these roles count now. A new holder of a role has to wait a while."""
        return self.is_active and self.role in roles and self.decides_from <= now
