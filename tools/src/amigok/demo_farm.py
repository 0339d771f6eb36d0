"""What the farm does in the demo: a flock comes, is listed, grows and is treated."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from functools import partial
from typing import Literal, TypeVar
from uuid import UUID

from amigok.client import Person, usd
from amigok.stage import Stage
from amigok_chassis.patience import until
from amigok_client import Call, Problem
from amigok_client.api import (
    breeds,
    farms,
    health,
    listings,
    livestock,
    market,
    medicines,
    registrations,
    types,
    weights,
)
from amigok_client.models import (
    Block,
    BreedIn,
    FarmIn,
    HealthRecordIn,
    LivestockDetails,
    LivestockTypeIn,
    MedicationIn,
    MedicineIn,
    PlatformListingIn,
    RegistrationIn,
    WeighingIn,
    WithdrawalPeriodIn,
)

T = TypeVar("T")

BREED = "Dorper"
FLOCK: Sequence[tuple[str, Literal["male", "female"], str]] = (
    ("ewe of two years", "female", "68.40"),
    ("ewe of three years", "female", "74.10"),
    ("ram of two years", "male", "102.60"),
    ("ewe lamb of ten months", "female", "47.50"),
    ("ram lamb of ten months", "male", "53.20"),
)
"""Five sheep with the weights (kg) that their breed, sex and age have."""

PRICE_PER_KG = usd("4.80")


async def stock(stage: Stage, admin: Person) -> list[LivestockDetails]:
    """A farm with a type, a breed and five animals, listed at their value. Returns the animals."""
    place = FarmIn(capacity=200, latitude=-32.25, longitude=22.45, name=f"Karoo Hill {secrets.token_hex(3)}")
    place.time_zone = "Africa/Johannesburg"
    farm = await admin.send(farms.add_farm(body=place))
    breed_id = await _breed(admin, await _type(admin))
    animals = []
    for what, sex, weight in FLOCK:
        tag = f"ZA{secrets.randbelow(10**10):010d}"
        entry = RegistrationIn(breed_id, farm.id, PRICE_PER_KG, sex, tag, f"CARD-{tag}", weight)
        animal = await admin.send(registrations.register_livestock(body=entry))
        offer = PlatformListingIn(usd(animal.value.amount), livestock_id=animal.id, title=f"Dorper {what}")
        await until(partial(listed, admin, offer))
        animals.append(animal)
        stage.fact(f"{tag}  {what}, {weight} kg, {animal.value.amount} USD")
    return animals


async def _type(admin: Person) -> UUID:
    try:
        return (await admin.send(types.add_livestock_type(body=LivestockTypeIn("sheep")))).id
    except Problem as problem:
        if problem.code != "livestock_type_exists":
            raise
    known = await admin.send(types.list_livestock_types(limit=100))
    return next(each.id for each in known.items if each.name == "sheep")


async def _breed(admin: Person, sheep: UUID) -> UUID:
    wanted = BreedIn(sheep, BREED, description="Hardy South African meat sheep", typical_weight_kg="90.00")
    try:
        return (await admin.send(breeds.add_livestock_breed(body=wanted))).id
    except Problem as problem:
        if problem.code != "livestock_breed_exists":
            raise
    known = await admin.send(breeds.list_livestock_breeds(livestock_type_id=sheep, limit=100))
    return next(each.id for each in known.items if each.name == BREED)


async def listed(admin: Person, offer: PlatformListingIn) -> bool:
    """Lists an animal. False while the marketplace does not know it."""
    try:
        await admin.send(listings.offer_platform_listing(body=offer))
    except Problem as problem:
        if problem.status == 404:
            return False
        raise
    return True


async def treat(stage: Stage, admin: Person, animal: LivestockDetails) -> None:
    """Weighs the animal, gives it a medicine, and waits until the marketplace shows what that means."""
    await admin.send(weights.weigh(animal.id, body=WeighingIn("49.00")))
    grown = await admin.send(livestock.get_livestock(animal.id))
    stage.fact(f"{grown.weight_kg} kg: worth {grown.value.amount} USD, was {animal.value.amount}")
    periods = [WithdrawalPeriodIn(animal.livestock_type_id, meat_days=28, milk_days=7)]
    medicine = MedicineIn("amoxicillin", f"Amoxisan {secrets.token_hex(3)}", False, periods)
    medicine_id = (await _once_known(admin, medicines.create_medicine(body=medicine))).id
    treatment = HealthRecordIn("treatment", medication=MedicationIn("7 ml i.m.", medicine_id))
    await _once_known(admin, health.record_health(animal.id, body=treatment))

    async def shown() -> list[Block]:
        return (await admin.send(market.read_listing(animal.id))).blocks

    for block in await until(shown):
        stage.fact(f"the marketplace shows: {block.reason} until {block.until:%Y-%m-%d}")


async def _once_known(admin: Person, call: Call[T]) -> T:
    """Sends what names something that another service keeps, again until its event has arrived."""

    async def sent() -> T | None:
        try:
            return await admin.send(call)
        except Problem as problem:
            if problem.code not in ("unknown_livestock_type", "unknown_medicine"):
                raise
            return None

    return await until(sent)
