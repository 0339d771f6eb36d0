"""Livestock types."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from farm.models import Base
from farm.tables import Retirable


class LivestockType(Retirable, Base):
    """A kind of animal, such as sheep. `bounds` holds the bounds of the type that differ from the defaults."""

    __tablename__ = "livestock_types"

    name: Mapped[str] = mapped_column(String(100))
    description: Mapped[str | None] = mapped_column(Text)
    icon_url: Mapped[str | None] = mapped_column(String(500))
    bounds: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict, server_default=text("'{}'"))
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("icon_url LIKE 'https://%'", name="icon_url"),
        CheckConstraint("jsonb_typeof(bounds) = 'object'", name="bounds"),
        Index("livestock_types_name_key", "name_key", unique=True),
    )
