"""Packages, their versions, and what each costs."""

from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    Numeric,
    String,
    Text,
    Time,
    UniqueConstraint,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from amigok_chassis.ids import new_id
from amigok_chassis.text import comparable
from feed.models import Base
from feed.packages.rations import ration
from feed.periods.calendar import Cycle


class Package(Base):
    """What administrators offer. `version` grows with each change; what costs and feeds stands in `PackageVersion`.

    It suits animals of these types, and of these breeds, on these farms (none: all), within the bounds of age and
    weight. The basic ration is what an animal gets that nobody pays a package for.
    """

    __tablename__ = "packages"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(Text, deferred=True)
    description: Mapped[str] = mapped_column(Text)
    package_type: Mapped[str]
    livestock_type_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    breed_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    farm_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid))
    is_basic_ration: Mapped[bool]
    least_age_days: Mapped[int | None]
    most_age_days: Mapped[int | None]
    least_weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(6, 2))
    most_weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(6, 2))
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("package_type IN ('basic', 'standard', 'premium', 'organic')", name="package_type"),
        CheckConstraint("cardinality(livestock_type_ids) > 0", name="livestock_type_ids"),
        CheckConstraint("NOT is_basic_ration OR package_type = 'basic'", name="is_basic_ration"),
        CheckConstraint("least_age_days >= 0 AND least_age_days <= most_age_days", name="age"),
        CheckConstraint("least_weight_kg > 0 AND least_weight_kg <= most_weight_kg", name="weight"),
        Index("packages_name_key", "name_key", unique=True, postgresql_where=text("retired_at IS NULL")),
    )

    @validates("name")
    def _set_key(self, _: str, name: str) -> str:
        self.name_key = comparable(name)
        return name


class PackageVersion(Base):
    """What a package feeds and costs from a time on. The highest number that is valid counts.

    The ration of a day is `ration_kg`, or `ration_percent` of the animal's weight; it is given in equal parts at the
    `meal_times`, in the farm's time zone.
    """

    __tablename__ = "package_versions"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    package_id: Mapped[UUID] = mapped_column(ForeignKey("packages.id", ondelete="CASCADE"))
    number: Mapped[int]
    valid_from: Mapped[datetime]
    ration_kg: Mapped[Decimal | None] = mapped_column(Numeric(7, 3))
    ration_percent: Mapped[Decimal | None] = mapped_column(Numeric(5, 2))
    meal_times: Mapped[list[time]] = mapped_column(ARRAY(Time))
    ingredients: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    nutrition: Mapped[dict[str, Any]] = mapped_column(JSONB)
    created_at: Mapped[datetime]

    prices: Mapped[list["PackagePrice"]] = relationship(lazy="raise", order_by="PackagePrice.currency")

    __table_args__ = (
        UniqueConstraint("package_id", "number"),
        CheckConstraint("num_nonnulls(ration_kg, ration_percent) = 1", name="ration"),
        CheckConstraint("ration_kg > 0", name="ration_kg"),
        CheckConstraint("ration_percent > 0", name="ration_percent"),
        CheckConstraint("cardinality(meal_times) BETWEEN 1 AND 12", name="meal_times"),
    )

    def meal_kg(self, weight_kg: Decimal | None) -> Decimal | None:
        """What an animal of this weight gets at each meal, in kg; null where its weight is needed and not known."""
        return ration(self.ration_kg, self.ration_percent, meals=len(self.meal_times), weight_kg=weight_kg)


class PackagePrice(Base):
    """What a period of a cycle costs in a currency, in minor units."""

    __tablename__ = "package_prices"

    version_id: Mapped[UUID] = mapped_column(ForeignKey("package_versions.id", ondelete="CASCADE"), primary_key=True)
    currency: Mapped[str] = mapped_column(String(3), primary_key=True)
    cycle: Mapped[Cycle] = mapped_column(String, primary_key=True)
    price_minor: Mapped[int] = mapped_column(BigInteger)

    __table_args__ = (
        CheckConstraint("cycle IN ('daily', 'weekly', 'monthly')", name="cycle"),
        CheckConstraint("price_minor > 0", name="price_minor"),
    )


def counting(versions: Sequence[PackageVersion], at: datetime) -> PackageVersion | None:
    """The version that counts at a time, of all of a package; None before the first one."""
    return max((each for each in versions if each.valid_from <= at), key=lambda each: each.number, default=None)


def upcoming(versions: Sequence[PackageVersion], at: datetime) -> list[PackageVersion]:
    """The versions that begin to count after a time, in order."""
    later = sorted((each for each in versions if each.valid_from > at), key=lambda each: each.valid_from)
    return [each for each in later if counting(versions, each.valid_from) is each]
