"""By which cards and tags animals are known, and which were seen that are nobody's."""

from datetime import datetime
from typing import Literal, get_args
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from stream.models import Base

Kind = Literal["hand", "card", "eid", "tag"]
"""Where it is known from: an administrator, or the farm's ID card, electronic identification or ear tag. If one key
is of several animals, the kind that comes first decides."""


class Card(Base):
    """Of each kind an animal has at most one; null where the farm says that it has none any more."""

    __tablename__ = "cards"

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[Kind] = mapped_column(String(10), primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    key: Mapped[str | None] = mapped_column(String(100))

    __table_args__ = (CheckConstraint(f"kind IN {get_args(Kind)}", name="kind"), Index(None, "key"))


class UnknownCard(Base):
    """A card that devices of a farm have read and that is no animal's: how often, and when first and last."""

    __tablename__ = "unknown_cards"

    farm_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    card: Mapped[str] = mapped_column(String(100))
    detections: Mapped[int] = mapped_column(BigInteger)
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]

    __table_args__ = (Index(None, "key"), Index(None, "last_at", "farm_id", "key"))
