"""Animals."""

from datetime import date, datetime
from decimal import Decimal
from typing import Literal, Protocol
from uuid import UUID

from sqlalchemy import (
    CHAR,
    BigInteger,
    CheckConstraint,
    Computed,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Numeric,
    String,
    Text,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from amigok_chassis.ids import new_id
from amigok_contracts import Money
from farm.breeds.models import Breed
from farm.farms.models import Farm
from farm.livestock import lifecycle, marks
from farm.livestock.lifecycle import Status
from farm.livestock.valuation import VALUE_MINOR, value_of
from farm.models import Base

Sex = Literal["male", "female"]


class CurrentOwnership(Protocol):
    """What an animal's view shows of its row in the ownership history."""

    started_at: Mapped[datetime]

    @property
    def price(self) -> Money | None: ...


class CurrentArea(Protocol):
    """What an animal's view shows of the area that it stands in."""

    name: Mapped[str]


class Cover(Protocol):
    """What an animal's view shows of its cover photo."""

    @property
    def url(self) -> str: ...


class Livestock(Base):
    """One animal. `owner_id` is null while the platform owns it. `version` counts its changes.

    `area_id` is null while it stands in no area that has a name; `placed_at` is when it came there or left the last.
    """

    __tablename__ = "livestock"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(BigInteger, default=1)
    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"))
    area_id: Mapped[UUID | None]
    placed_at: Mapped[datetime | None]
    breed_id: Mapped[UUID]
    livestock_type_id: Mapped[UUID]
    owner_id: Mapped[UUID | None]
    status: Mapped[Status] = mapped_column(String(20), default="available")
    tag_number: Mapped[str] = mapped_column(String(50))
    tag_key: Mapped[str] = mapped_column(
        Text, Computed(marks.key_of("tag_number"), persisted=True), unique=True, deferred=True
    )
    unique_id_card: Mapped[str] = mapped_column(String(100))
    id_card_key: Mapped[str] = mapped_column(
        Text, Computed(marks.key_of("unique_id_card"), persisted=True), unique=True, deferred=True
    )
    eid: Mapped[str | None] = mapped_column(String(15), unique=True)
    sex: Mapped[Sex] = mapped_column(String(6))
    date_of_birth: Mapped[date | None]
    genetic_dam_id: Mapped[UUID | None] = mapped_column(ForeignKey("livestock.id"))
    sire_id: Mapped[UUID | None] = mapped_column(ForeignKey("livestock.id"))
    birth_dam_id: Mapped[UUID | None] = mapped_column(ForeignKey("livestock.id"))
    weight_kg: Mapped[Decimal] = mapped_column(Numeric(6, 2))
    price_per_kg_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(CHAR(3))
    value_minor: Mapped[int] = mapped_column(BigInteger, Computed(VALUE_MINOR, persisted=True), deferred=True)
    registered_at: Mapped[datetime]

    farm: Mapped[Farm] = relationship(lazy="raise")
    breed: Mapped[Breed] = relationship(lazy="raise")
    ownership: Mapped[CurrentOwnership | None] = relationship(
        "Ownership",
        lazy="raise",
        viewonly=True,
        primaryjoin="and_(Ownership.livestock_id == Livestock.id, Ownership.ended_at.is_(None))",
    )
    area: Mapped[CurrentArea | None] = relationship(
        "Area",
        lazy="raise",
        viewonly=True,
        primaryjoin="Area.id == Livestock.area_id",
        foreign_keys="Livestock.area_id",
    )
    cover: Mapped[Cover | None] = relationship(
        "Photo", lazy="raise", viewonly=True, primaryjoin="and_(Photo.livestock_id == Livestock.id, Photo.is_cover)"
    )

    __table_args__ = (
        CheckConstraint("status IN ('available', 'assigned', 'removed', 'deceased')", name="status"),
        CheckConstraint("status <> 'available' OR owner_id IS NULL", name="available_unowned"),
        CheckConstraint("status <> 'assigned' OR owner_id IS NOT NULL", name="assigned_owned"),
        CheckConstraint("status <> 'removed' OR owner_id IS NULL", name="removed_unowned"),
        CheckConstraint("sex IN ('male', 'female')", name="sex"),
        CheckConstraint("weight_kg BETWEEN 0.1 AND 5000", name="weight_kg"),
        CheckConstraint("price_per_kg_minor > 0", name="price_per_kg_minor"),
        CheckConstraint("eid ~ '^[0-9]{15}$' AND eid < '999'", name="eid"),
        CheckConstraint("date_of_birth <= (registered_at AT TIME ZONE 'UTC')::date", name="date_of_birth"),
        CheckConstraint("id <> ALL (ARRAY[genetic_dam_id, sire_id, birth_dam_id])", name="parents"),
        ForeignKeyConstraint(
            ["breed_id", "livestock_type_id"], ["livestock_breeds.id", "livestock_breeds.livestock_type_id"]
        ),
        ForeignKeyConstraint(["area_id", "farm_id"], ["areas.id", "areas.farm_id"]),
        Index(None, "owner_id", "id"),
        Index(None, "farm_id", "id"),
        # The lists of animals are read from these: one index for each order, and one for each filter that leaves few.
        Index("livestock_newest_idx", "status", "id"),
        Index("livestock_price_idx", "status", "currency", "price_per_kg_minor", "id"),
        Index("livestock_value_idx", "status", "currency", "value_minor", "id"),
        Index("livestock_weight_idx", "status", "weight_kg", "id"),
        Index("livestock_birth_idx", "status", "date_of_birth", "id"),
        Index("livestock_type_idx", "livestock_type_id", "status", "id"),
        Index("livestock_breed_idx", "breed_id", "status", "id"),
        Index("livestock_farm_idx", "farm_id", "status", "id"),
        Index("livestock_area_idx", "area_id", "id", postgresql_where=text("area_id IS NOT NULL")),
        # The offspring of an animal are found by these.
        Index("livestock_genetic_dam_id_idx", "genetic_dam_id", postgresql_where=text("genetic_dam_id IS NOT NULL")),
        Index("livestock_sire_id_idx", "sire_id", postgresql_where=text("sire_id IS NOT NULL")),
        Index("livestock_birth_dam_id_idx", "birth_dam_id", postgresql_where=text("birth_dam_id IS NOT NULL")),
    )

    @property
    def price_per_kg(self) -> Money:
        return Money.of_minor(self.price_per_kg_minor, self.currency)

    @property
    def value(self) -> Money:
        return value_of(self.weight_kg, self.price_per_kg)

    @property
    def is_gone(self) -> bool:
        """Whether the animal is dead or has left the platform."""
        return self.status not in lifecycle.LIVING

    def undergo(self, movement: lifecycle.Kind, *, owner_id: UUID | None) -> None:
        """Applies a movement: sets the status that follows and the owner from then on. The row must be locked.

        The caller writes the movement into the register. Raises IllegalMovement.
        """
        self.status = lifecycle.after(movement, self.status, owned=owner_id is not None)
        self.owner_id = owner_id
        self.version += 1
