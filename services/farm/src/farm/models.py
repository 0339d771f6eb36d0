"""The farm's tables and the rules that hold for one row of them."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from sqlalchemy import (
    CHAR,
    BigInteger,
    CheckConstraint,
    Computed,
    DateTime,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Numeric,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, ExcludeConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from amigok_chassis.ids import new_id
from amigok_chassis.tables import CONVENTION
from amigok_contracts import Money
from farm import marks
from farm.errors import FarmFull, Retired
from farm.geo import Geography
from farm.movements import rules
from farm.names import Named
from farm.valuation import VALUE_MINOR, value_of

if TYPE_CHECKING:
    from farm.photos.models import Photo

Sex = Literal["male", "female"]
Status = rules.Status

TRANSITIONS = rules.TRANSITIONS


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {datetime: DateTime(timezone=True)}


class LivestockType(Named, Base):
    """A kind of animal, such as sheep. `bounds` are those of its `Bounds` that are not the defaults."""

    __tablename__ = "livestock_types"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100))
    description: Mapped[str | None] = mapped_column(Text)
    icon_url: Mapped[str | None] = mapped_column(String(500))
    is_active: Mapped[bool] = mapped_column(default=True)
    bounds: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict, server_default=text("'{}'"))
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]

    __table_args__ = (
        CheckConstraint("icon_url LIKE 'https://%'", name="icon_url"),
        CheckConstraint("jsonb_typeof(bounds) = 'object'", name="bounds"),
        Index("livestock_types_name_key", "name_key", unique=True),
    )


class Breed(Named, Base):
    """A breed of one livestock type, such as Merino."""

    __tablename__ = "livestock_breeds"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_type_id: Mapped[UUID] = mapped_column(ForeignKey("livestock_types.id"))
    name: Mapped[str] = mapped_column(String(100))
    description: Mapped[str | None] = mapped_column(Text)
    typical_weight_kg: Mapped[Decimal | None] = mapped_column(Numeric(6, 2))
    characteristics: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]

    type: Mapped[LivestockType] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint("typical_weight_kg BETWEEN 0.1 AND 5000", name="typical_weight_kg"),
        CheckConstraint("jsonb_typeof(characteristics) = 'object'", name="characteristics"),
        UniqueConstraint("id", "livestock_type_id"),
        Index("livestock_breeds_name_key", "livestock_type_id", "name_key", unique=True),
        Index(None, "livestock_type_id", "id"),
    )

    def refuse_retired(self) -> None:
        """For a breed loaded with its type. Raises Retired."""
        if not (self.is_active and self.type.is_active):
            raise Retired("The breed or its type takes no new animals.")


class Farm(Named, Base):
    """A place with room for so many animals."""

    __tablename__ = "farms"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str | None] = mapped_column(Text)
    latitude: Mapped[float] = mapped_column(Double)
    longitude: Mapped[float] = mapped_column(Double)
    location: Mapped[str] = mapped_column(
        Geography,
        Computed("(st_setsrid(st_makepoint(longitude, latitude), 4326))::geography", persisted=True),
        deferred=True,
    )
    capacity: Mapped[int]
    current_occupancy: Mapped[int] = mapped_column(default=0)
    facilities: Mapped[list[Any]] = mapped_column(JSONB, default=list)
    certifications: Mapped[list[Any]] = mapped_column(JSONB, default=list)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    created_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude"),
        CheckConstraint("current_occupancy BETWEEN 0 AND capacity", name="current_occupancy"),
        CheckConstraint("jsonb_typeof(facilities) = 'array'", name="facilities"),
        CheckConstraint("jsonb_typeof(certifications) = 'array'", name="certifications"),
        Index("farms_name_key", "name_key", unique=True),
        Index("farms_location_idx", "location", postgresql_using="gist"),
        Index(None, "latitude", "longitude"),
    )

    def take_place(self) -> None:
        """One more animal lives here; the row must be locked. Raises FarmFull."""
        if self.current_occupancy >= self.capacity:
            raise FarmFull(f"All {self.capacity} places of this farm are taken.")
        self.current_occupancy += 1

    def free_place(self) -> None:
        """One animal less lives here; the row must be locked."""
        self.current_occupancy -= 1


class Livestock(Base):
    """One animal. `owner_id` is null while the platform owns it; `version` counts its changes."""

    __tablename__ = "livestock"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    version: Mapped[int] = mapped_column(BigInteger, default=1)
    farm_id: Mapped[UUID] = mapped_column(ForeignKey("farms.id"))
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
    ownership: Mapped["Ownership | None"] = relationship(
        lazy="raise",
        viewonly=True,
        primaryjoin="and_(Ownership.livestock_id == Livestock.id, Ownership.ended_at.is_(None))",
    )
    cover: Mapped["Photo | None"] = relationship(
        lazy="raise", viewonly=True, primaryjoin="and_(Photo.livestock_id == Livestock.id, Photo.is_cover)"
    )

    __table_args__ = (
        CheckConstraint("status IN ('available', 'assigned', 'withdrawn', 'deceased')", name="status"),
        CheckConstraint("status <> 'available' OR owner_id IS NULL", name="available_unowned"),
        CheckConstraint("status <> 'assigned' OR owner_id IS NOT NULL", name="assigned_owned"),
        CheckConstraint("status <> 'withdrawn' OR owner_id IS NULL", name="withdrawn_unowned"),
        CheckConstraint("sex IN ('male', 'female')", name="sex"),
        CheckConstraint("weight_kg BETWEEN 0.1 AND 5000", name="weight_kg"),
        CheckConstraint("price_per_kg_minor > 0", name="price_per_kg_minor"),
        CheckConstraint("eid ~ '^[0-9]{15}$' AND eid < '999'", name="eid"),
        CheckConstraint("date_of_birth <= (registered_at AT TIME ZONE 'UTC')::date", name="date_of_birth"),
        CheckConstraint("id <> ALL (ARRAY[genetic_dam_id, sire_id, birth_dam_id])", name="parents"),
        ForeignKeyConstraint(
            ["breed_id", "livestock_type_id"], ["livestock_breeds.id", "livestock_breeds.livestock_type_id"]
        ),
        Index(None, "owner_id", "id"),
        Index(None, "farm_id", "id"),
    )

    @property
    def price_per_kg(self) -> Money:
        return Money.of_minor(self.price_per_kg_minor, self.currency)

    @property
    def value(self) -> Money:
        return value_of(self.weight_kg, self.price_per_kg)

    def undergo(self, movement: rules.Kind, *, owner_id: UUID | None) -> None:
        """What a movement makes of the animal, and whose it is from then on; the row must be locked.

        Whoever calls this writes the movement into the register. Raises IllegalMovement.
        """
        self.status = rules.after(movement, self.status, owned=owner_id is not None)
        self.owner_id = owner_id
        self.version += 1


class Ownership(Base):
    """Whose an animal was, from `started_at` up to, not including, `ended_at`."""

    __tablename__ = "ownership_history"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    livestock_id: Mapped[UUID] = mapped_column(ForeignKey("livestock.id"))
    owner_id: Mapped[UUID | None]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    reason: Mapped[Literal["registered", "purchased", "born", "reclaimed"]] = mapped_column(String(20))
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("ownership_transfers.order_id"), unique=True)
    price_minor: Mapped[int | None] = mapped_column(BigInteger)
    currency: Mapped[str | None] = mapped_column(CHAR(3))

    __table_args__ = (
        CheckConstraint("ended_at > started_at", name="ended_at"),
        CheckConstraint("price_minor >= 0", name="price_minor"),
        CheckConstraint(
            "CASE WHEN reason IN ('registered', 'reclaimed') "
            "THEN num_nonnulls(owner_id, order_id, price_minor, currency) = 0 "
            "WHEN reason = 'born' THEN num_nonnulls(order_id, price_minor, currency) = 0 "
            "WHEN reason = 'purchased' THEN num_nulls(owner_id, order_id, price_minor, currency) = 0 ELSE false END",
            name="reason",
        ),
        ExcludeConstraint(
            ("livestock_id", "="),
            (text("tstzrange(started_at, ended_at)"), "&&"),
            name="ownership_history_no_overlap",
            using="gist",
        ),
        Index(
            "ownership_history_current_idx",
            "livestock_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "livestock_id", "started_at", "id"),
    )

    @property
    def price(self) -> Money | None:
        """What this owner paid; null for the platform's own."""
        if self.price_minor is None or self.currency is None:
            return None
        return Money.of_minor(self.price_minor, self.currency)

    def end(self, now: datetime) -> datetime:
        """Ends now, and never before it began, whatever replicas think of the time. Returns when."""
        self.ended_at = max(now, self.started_at + timedelta(microseconds=1))
        return self.ended_at
