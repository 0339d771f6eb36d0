"""What clients send and get."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from amigok_chassis import text
from amigok_chassis.money import MoneyIn
from amigok_chassis.text import Line
from amigok_chassis.values import IsoDate, IsoDateTime, OneSpelling
from amigok_contracts import Money
from farm import eid, geo, marks, names
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


def _on_earth(point: str) -> str:
    geo.Point.parse(point)
    return point


Name = Annotated[Line, Field(min_length=1, max_length=100)]
LongName = Annotated[Line, Field(min_length=1, max_length=200)]
ProperName = Annotated[Name, AfterValidator(names.tidy)]
LongProperName = Annotated[LongName, AfterValidator(names.tidy)]
"""A name that no other of its kind has."""
Prose = Annotated[text.Prose, Field(max_length=2000)]
Note = Annotated[Prose, Field(min_length=1)]
Reason = Annotated[Prose, Field(min_length=3)]
Tag = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=50, pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._/-]*$"),
    AfterValidator(marks.tidy),
]
IdCard = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=100, pattern=r"^[A-Za-z0-9][A-Za-z0-9 ._:/-]*$"),
    AfterValidator(marks.tidy),
]
Weight = Annotated[
    Decimal, Field(ge=Decimal("0.1"), le=5000, decimal_places=2, max_digits=6), AfterValidator(_hundredths), OneSpelling
]

IconUrl = Annotated[
    str, StringConstraints(max_length=500, pattern=r"^https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?(/[!-~]*)?$")
]
"""No user, no password, no other scheme: browsers load it."""
_Key = Annotated[str, StringConstraints(max_length=50, pattern=r"^[A-Za-z0-9_]+$")]
_Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-1e12, le=1e12)]
_Scalar = Annotated[bool, Field(strict=True)] | Annotated[int, Field(strict=True, ge=-(10**12), le=10**12)] | _Number
_Names = Annotated[list[Name], Field(max_length=20)]
Characteristics = Annotated[dict[_Key, _Scalar | LongName | _Names], Field(max_length=30)]
"""A flat JSON object: short texts, numbers, yes or no, lists of short texts."""
PricePerKg = Annotated[MoneyIn, AfterValidator(_price_per_kg)]
Eid = Annotated[str, StringConstraints(max_length=eid.LONGEST), AfterValidator(eid.normalise)]
Point = Annotated[
    str,
    StringConstraints(pattern=r"^-?[0-9]{1,2}(\.[0-9]{1,12})?,-?[0-9]{1,3}(\.[0-9]{1,12})?$"),
    AfterValidator(_on_earth),
]
"""`38.46,27.22`: latitude, longitude."""
Kilometres = Annotated[float, Field(gt=0, le=geo.MOST_KM), OneSpelling]
Moment = Annotated[IsoDateTime, AfterValidator(_utc)]
NearMoment = Annotated[Moment, Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC))]
"""Of this century, so that days can be added to it."""

Version = Annotated[int, Field(strict=True, ge=1, le=2**62, description="The one that you have read")]


class In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FieldIn(In):
    """What is sent from the field, where an answer may be lost."""

    client_id: UUID | None = Field(
        None, description="The phone's own id of this entry; sent again, it is recorded once"
    )

    @property
    def said(self) -> dict[str, Any]:
        """All but the id, as it was read."""
        return {name: value for name, value in self if name != "client_id"}


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class LivestockTypeIn(In):
    name: ProperName
    description: Prose | None = None
    icon_url: IconUrl | None = None


class LivestockTypeChange(LivestockTypeIn):
    """The whole type as it shall be."""

    version: Version
    is_active: Annotated[bool, Field(strict=True)]


class LivestockTypeOut(Out):
    id: UUID
    name: str
    description: str | None
    icon_url: str | None
    is_active: bool
    version: int


class LivestockTypeDetails(LivestockTypeOut):
    """What administrators see besides; null for what was added before that was kept."""

    created_by: UUID | None


class _Breed(In):
    name: ProperName
    description: Prose | None = None
    typical_weight_kg: Weight | None = None
    characteristics: Characteristics = Field(default_factory=dict)


class BreedIn(_Breed):
    livestock_type_id: UUID


class BreedChange(_Breed):
    """The whole breed as it shall be; its type stays."""

    version: Version
    is_active: Annotated[bool, Field(strict=True)]


class BreedOut(Out):
    id: UUID
    livestock_type_id: UUID
    name: str
    description: str | None
    typical_weight_kg: Decimal | None
    characteristics: dict[str, Any]
    is_active: bool
    version: int


class BreedDetails(BreedOut):
    """What administrators see besides; null for what was added before that was kept."""

    created_by: UUID | None


class LivestockIn(In):
    farm_id: UUID
    breed_id: UUID
    tag_number: Tag
    unique_id_card: IdCard
    eid: Eid | None = None
    sex: Sex
    date_of_birth: IsoDate | None = None
    genetic_dam_id: UUID | None = None
    sire_id: UUID | None = None
    birth_dam_id: UUID | None = None
    weight_kg: Weight
    price_per_kg: PricePerKg


class RegistrationIn(LivestockIn, FieldIn):
    """An animal that is brought in one by one."""


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
    cover_url: str | None
    """Where the photo is that shows it; its others are beside it."""
    distance_km: float | None = None
    """From the place that a list is asked to be near."""


class LivestockDetails(LivestockOut):
    """What its owner and the farm's people know besides. Owner and price are null while the platform owns it.

    An animal that was withdrawn is owned by nobody.
    """

    unique_id_card: str
    eid: str | None
    genetic_dam_id: UUID | None
    sire_id: UUID | None
    birth_dam_id: UUID | None
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
    """The public view of an animal loaded with its farm, breed, type and cover."""
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
        cover_url=animal.cover and animal.cover.url,
    )


def details(animal: Livestock) -> LivestockDetails:
    """The whole view of an animal loaded with its current ownership as well."""
    return LivestockDetails(
        **dict(public(animal)),
        unique_id_card=animal.unique_id_card,
        eid=animal.eid,
        genetic_dam_id=animal.genetic_dam_id,
        sire_id=animal.sire_id,
        birth_dam_id=animal.birth_dam_id,
        owner_id=animal.owner_id,
        owned_since=animal.ownership and animal.ownership.started_at,
        purchase_price=animal.ownership and animal.ownership.price,
        registered_at=animal.registered_at,
        version=animal.version,
    )
