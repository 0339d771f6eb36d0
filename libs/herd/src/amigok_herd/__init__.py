"""What services know of farms and animals: one read model, filled from the farm's events."""

from amigok_herd.errors import LivestockNotFound, OtherFarm, OwnAnimal
from amigok_herd.guards import (
    FARM_PEOPLE,
    JUDGES,
    FarmPeople,
    by_farm_people,
    owner_at,
    require_farm_people,
    require_others,
    require_owner,
    works_at,
)
from amigok_herd.handlers import animal_handlers, farm_handlers, lock_of
from amigok_herd.models import AnimalColumns, BreedColumns, FarmColumns, LivestockTypeColumns, OwnershipColumns

__all__ = [
    "FARM_PEOPLE",
    "JUDGES",
    "AnimalColumns",
    "BreedColumns",
    "FarmColumns",
    "FarmPeople",
    "LivestockNotFound",
    "LivestockTypeColumns",
    "OtherFarm",
    "OwnAnimal",
    "OwnershipColumns",
    "animal_handlers",
    "by_farm_people",
    "farm_handlers",
    "lock_of",
    "owner_at",
    "require_farm_people",
    "require_others",
    "require_owner",
    "works_at",
]
