"""What clients send and get."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from amigok_contracts import Money
from farm.models import Livestock, Sex, Status

LARGEST_PRICE_PER_KG = Decimal(1_000_000)


def _price_per_kg(price: Money) -> Money:
    if not 0 < price.amount <= LARGEST_PRICE_PER_KG:
        raise ValueError(f"a price per kg is more than 0 and at most {LARGEST_PRICE_PER_KG}")
    return price


def _hundredths(weight: Decimal) -> Decimal:
    return weight.quantize(Decimal("0.01"))


def _utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("the moment is outside the calendar") from error


def _line(longest: int) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=1, max_length=longest, pattern=r"^[^\x00-\x1f\x7f]+$")


Name = Annotated[str, _line(100)]
LongName = Annotated[str, _line(200)]
Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=2000, pattern=r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$")
]
Reason = Annotated[Prose, Field(min_length=3)]
Tag = Annotated[str, StringConstraints(max_length=50, pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._/-]*$")]
IdCard = Annotated[str, StringConstraints(max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._:/-]*$")]
Weight = Annotated[
    Decimal, Field(ge=Decimal("0.1"), le=5000, decimal_places=2, max_digits=6), AfterValidator(_hundredths)
]


Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
PricePerKg = Annotated[Money, AfterValidator(_price_per_kg)]


class In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class LivestockTypeIn(In):
    name: Name
    description: Prose | None = None


class LivestockTypeOut(Out):
    id: UUID
    name: str
    description: str | None


class BreedIn(In):
    livestock_type_id: UUID
    name: Name
    description: Prose | None = None
    typical_weight_kg: Weight | None = None


class BreedOut(Out):
    id: UUID
    livestock_type_id: UUID
    name: str
    description: str | None
    typical_weight_kg: Decimal | None


class FarmIn(In):
    name: LongName
    address: Prose | None = None
    latitude: float = Field(ge=-90, le=90, allow_inf_nan=False, strict=True)
    longitude: float = Field(ge=-180, le=180, allow_inf_nan=False, strict=True)
    capacity: int = Field(ge=1, le=1_000_000, strict=True)


class FarmOut(Out):
    id: UUID
    name: str
    address: str | None
    latitude: float
    longitude: float
    capacity: int
    current_occupancy: int


class LivestockIn(In):
    farm_id: UUID
    breed_id: UUID
    tag_number: Tag
    unique_id_card: IdCard
    sex: Sex
    date_of_birth: date | None = None
    weight_kg: Weight
    price_per_kg: PricePerKg


class LivestockOut(BaseModel):
    """What anybody may know of an animal. `value` is its weight times the price per kg."""

    id: UUID
    farm_id: UUID
    farm_name: str
    livestock_type_id: UUID
    type_name: str
    breed_id: UUID
    breed_name: str
    tag_number: str
    sex: Sex
    date_of_birth: date | None
    weight_kg: Decimal
    price_per_kg: Money
    value: Money
    status: Status


class LivestockDetails(LivestockOut):
    """What its owner and the farm's people know besides. Owner and price are null while the platform owns it.

    An animal that was withdrawn is owned by nobody.
    """

    unique_id_card: str
    owner_id: UUID | None
    owned_since: datetime | None
    purchase_price: Money | None
    registered_at: datetime
    version: int


class OwnershipOut(Out):
    """One owner's time; `owner_id` is null for the platform, `ended_at` while it lasts."""

    owner_id: UUID | None
    started_at: datetime
    ended_at: datetime | None
    reason: str
    order_id: UUID | None
    price: Money | None


def public(animal: Livestock) -> LivestockOut:
    """The public view of an animal loaded with its farm, breed and type."""
    return LivestockOut(
        id=animal.id,
        farm_id=animal.farm_id,
        farm_name=animal.farm.name,
        livestock_type_id=animal.breed.livestock_type_id,
        type_name=animal.breed.type.name,
        breed_id=animal.breed_id,
        breed_name=animal.breed.name,
        tag_number=animal.tag_number,
        sex=animal.sex,
        date_of_birth=animal.date_of_birth,
        weight_kg=animal.weight_kg,
        price_per_kg=animal.price_per_kg,
        value=animal.value,
        status=animal.status,
    )


def details(animal: Livestock) -> LivestockDetails:
    """The whole view of an animal loaded with its current ownership as well."""
    return LivestockDetails(
        **dict(public(animal)),
        unique_id_card=animal.unique_id_card,
        owner_id=animal.owner_id,
        owned_since=animal.ownership and animal.ownership.started_at,
        purchase_price=animal.ownership and animal.ownership.price,
        registered_at=animal.registered_at,
        version=animal.version,
    )
