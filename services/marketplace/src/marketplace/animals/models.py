"""The marketplace's copy of animals, and the most that each was worth."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, Numeric, Uuid, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts.farm import Block
from marketplace.models import Base


class Animal(Base):
    """What the farm has published about an animal. The details are null until its registration arrives.

    Events about its owner and fate, its farm, its weight, photos and sale blocks can arrive in any order: each of these
    groups of columns has the version of the newest event that was applied to it. `gone` says why it is no more:
    `removed` or `deceased`. `examined_at` is when a veterinarian last examined it.
    """

    __tablename__ = "animals"
    __table_args__ = (
        CheckConstraint("gone IN ('removed', 'deceased')", name="gone"),
        Index("animals_farm_id_idx", "farm_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, default=0)
    owner_id: Mapped[UUID | None]
    gone: Mapped[str | None]
    details_version: Mapped[int] = mapped_column(BigInteger, default=0)
    type_name: Mapped[str | None]
    breed_name: Mapped[str | None]
    tag_number: Mapped[str | None]
    sex: Mapped[str | None]
    birth_version: Mapped[int] = mapped_column(BigInteger, default=0)
    date_of_birth: Mapped[date | None]
    farm_version: Mapped[int] = mapped_column(BigInteger, default=0)
    farm_id: Mapped[UUID | None]
    farm_name: Mapped[str | None]
    weight_version: Mapped[int] = mapped_column(BigInteger, default=0)
    weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    examined_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    blocks_version: Mapped[int] = mapped_column(BigInteger, default=0)
    blocks: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))
    photos_version: Mapped[int] = mapped_column(BigInteger, default=0)
    photos: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'::uuid[]"))

    @property
    def name(self) -> str:
        """Its breed, type and tag; empty while the farm has not said them."""
        return f"{self.breed_name} {self.type_name} {self.tag_number}" if self.details_version else ""

    @property
    def photo_paths(self) -> list[str]:
        """Where the farm has its pictures, the cover first."""
        return [f"/api/v1/livestock/{self.id}/photos/{photo}" for photo in self.photos]

    def blocked(self, now: datetime) -> list[Block]:
        """The known blocks that keep it from being sold now. Blocks that have run out do not count."""
        known = [Block.model_validate(block) for block in self.blocks]
        return [block for block in known if block.until is None or block.until > now]


class AnimalValue(Base):
    """The highest worth of an animal that the farm has published in a currency, in minor units.

    The highest counts, not the newest: lowering its price per kg just before a cheap sale gains nothing.
    """

    __tablename__ = "animal_values"

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    highest: Mapped[int] = mapped_column(BigInteger)
