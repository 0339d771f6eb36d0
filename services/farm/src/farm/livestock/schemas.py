"""Animals over HTTP."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, StringConstraints

from amigok_chassis.money import MoneyIn
from amigok_chassis.schemas import In
from amigok_chassis.values import IsoDate
from amigok_contracts import Money
from amigok_herd import eid
from farm.livestock import marks
from farm.livestock.lifecycle import Status
from farm.livestock.models import Livestock, Sex
from farm.schemas import Weight

LARGEST_PRICE_PER_KG = Decimal(1_000_000)


def _price_per_kg(price: Money) -> Money:
    if not 0 < price.amount <= LARGEST_PRICE_PER_KG:
        raise ValueError(f"a price per kg is more than 0 and at most {LARGEST_PRICE_PER_KG}")
    return price


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
Eid = Annotated[str, StringConstraints(max_length=eid.LONGEST), AfterValidator(eid.normalise)]
PricePerKg = Annotated[MoneyIn, AfterValidator(_price_per_kg)]


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


class LivestockOut(BaseModel):
    """What anybody may know of an animal. `value` is its weight times its price per kg."""

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
    """The path of its cover photo; its other photos are beside it."""
    distance_km: float | None = None
    """From the place that the list was asked to be near."""


class LivestockDetails(LivestockOut):
    """What its owner and the farm's people see in addition. Owner and price are null while the platform owns it.

    Nobody owns an animal that was removed. The area is where it stands in its farm, null in none that has a name.
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
    area_id: UUID | None
    area_name: str | None
    version: int


def public(animal: Livestock) -> LivestockOut:
    """Returns the public view of an animal that is loaded with its farm, breed, type and cover."""
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
    """Returns the whole view of an animal that is loaded with its current ownership and area as well."""
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
        area_id=animal.area_id,
        area_name=animal.area and animal.area.name,
        version=animal.version,
    )
