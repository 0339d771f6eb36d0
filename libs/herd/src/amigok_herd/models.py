"""The columns of the read model. Each service has tables of its own with them.

A group of columns has the version of the newest event that was applied to it, so events may come in any order.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Double, Numeric, String, Uuid, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from amigok_contracts.farm import Block

ESTIMATED_FOR = timedelta(days=90)
"""As long after a weighing the farm estimates on."""
HEAVIEST = Decimal(5000)
"""What no animal weighs more than, in kg."""


class AnimalColumns:
    """What the farm has published about an animal. The details are null until its registration arrives.

    `owner_id` is null while the platform owns it. `gone` says why it is no more: `removed` or `deceased`, at `gone_at`.
    `weight_kg` was measured at `weighed_at`; `daily_gain_kg` is what the farm estimates with since then.
    """

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, default=0)
    owner_id: Mapped[UUID | None]
    gone: Mapped[str | None] = mapped_column(String(10))
    gone_at: Mapped[datetime | None]
    details_version: Mapped[int] = mapped_column(BigInteger, default=0)
    livestock_type_id: Mapped[UUID | None]
    breed_id: Mapped[UUID | None]
    type_name: Mapped[str | None]
    breed_name: Mapped[str | None]
    tag_number: Mapped[str | None]
    sex: Mapped[str | None]
    birth_version: Mapped[int] = mapped_column(BigInteger, default=0)
    date_of_birth: Mapped[date | None]
    place_version: Mapped[int] = mapped_column(BigInteger, default=0)
    farm_id: Mapped[UUID | None]
    area_id: Mapped[UUID | None]
    area_name: Mapped[str | None]
    weight_version: Mapped[int] = mapped_column(BigInteger, default=0)
    weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 2))
    weighed_at: Mapped[datetime | None]
    daily_gain_kg: Mapped[Decimal | None] = mapped_column(Numeric(8, 4))
    blocks_version: Mapped[int] = mapped_column(BigInteger, default=0)
    blocks: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'::jsonb"))

    def blocked(self, now: datetime) -> list[Block]:
        """The known blocks that keep it from being sold now. Blocks that have run out do not count."""
        known = [Block.model_validate(block) for block in self.blocks]
        return [block for block in known if block.until is None or block.until > now]

    def is_in_quarantine(self, now: datetime) -> bool:
        return any(block.reason == "quarantine" for block in self.blocked(now))

    def weight(self, now: datetime) -> tuple[Decimal, bool] | None:
        """What it weighs in kg, and whether that is an estimate. None while no weight is known.

        The estimate is the farm's: it follows the daily gain for 90 days after the weighing. But it never falls below a
        tenth of what was measured, so that nobody feeds by a number that cannot be.
        """
        if self.weight_kg is None:
            return None
        if self.weighed_at is None or self.daily_gain_kg is None or now - self.weighed_at > ESTIMATED_FOR:
            return self.weight_kg, False
        days = max(Decimal(str((now - self.weighed_at).total_seconds())) / 86_400, Decimal())
        grown = self.weight_kg + self.daily_gain_kg * days
        return min(max(grown, self.weight_kg / 10), HEAVIEST).quantize(Decimal("0.01")), days > 0


class OwnershipColumns:
    """Who has owned an animal since when: a row for each event that changed it. `owner_id` is null for the platform.

    Of the rows that began by a moment the one with the highest version says who owned it then.
    """

    livestock_id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    owner_id: Mapped[UUID | None]
    began_at: Mapped[datetime]


class FarmColumns:
    """A farm, with the ids of those who are on its staff."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, default=0)
    name: Mapped[str | None]
    time_zone: Mapped[str] = mapped_column(String(64), default="UTC")
    latitude: Mapped[float | None] = mapped_column(Double)
    longitude: Mapped[float | None] = mapped_column(Double)
    staff_version: Mapped[int] = mapped_column(BigInteger, default=0)
    staff_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid), server_default=text("'{}'::uuid[]"))


class LivestockTypeColumns:
    """A type of livestock. A retired one takes no new animals."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    retired: Mapped[bool]


class BreedColumns:
    """A breed. A retired one takes no new animals."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger)
    livestock_type_id: Mapped[UUID]
    name: Mapped[str]
    retired: Mapped[bool]
