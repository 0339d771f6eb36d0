"""The farm's events about farms and animals. They can arrive in any order: only what is newer is kept."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock, newer
from amigok_chassis.needs import Lock, Need
from amigok_chassis.service import Handler, on_all
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event
from amigok_contracts.farm import (
    BreedChanged,
    FarmChanged,
    FarmStaffChanged,
    LivestockBorn,
    LivestockDied,
    LivestockMoved,
    LivestockOwnershipTransferred,
    LivestockParticularsChanged,
    LivestockPlaced,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockRemoved,
    LivestockSaleStatusChanged,
    LivestockTypeChanged,
    LivestockWeighed,
)
from amigok_contracts.farm_restated import LivestockRestated

E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class _Fact:
    """What an event says about the columns that have one version."""

    event: type[Event]
    values: Callable[[Any], dict[str, Any]]
    version: str = "version"


def _fact(event: type[E], values: Callable[[E], dict[str, Any]], version: str = "version") -> _Fact:
    return _Fact(event, values, version)


_HERE = {"gone": None, "gone_at": None}
_DETAILS = ("livestock_type_id", "breed_id", "type_name", "breed_name", "tag_number", "sex")


def _details(event: LivestockRegistered | LivestockRestated) -> dict[str, Any]:
    return {name: getattr(event, name) for name in _DETAILS}


def _birth(event: LivestockRegistered | LivestockParticularsChanged | LivestockRestated) -> dict[str, Any]:
    return {"date_of_birth": event.date_of_birth}


def _blocks(event: LivestockSaleStatusChanged | LivestockRestated) -> dict[str, Any]:
    return {"blocks": [block.model_dump(mode="json") for block in event.blocks]}


def _place(farm_id: UUID, area_id: UUID | None = None, area_name: str | None = None) -> dict[str, Any]:
    return {"farm_id": farm_id, "area_id": area_id, "area_name": area_name}


def _weight(weight_kg: Decimal, *, at: datetime | None, daily_gain_kg: Decimal | None = None) -> dict[str, Any]:
    return {"weight_kg": weight_kg, "weighed_at": at, "daily_gain_kg": daily_gain_kg}


_ANIMALS = [
    _fact(LivestockRegistered, lambda event: {"owner_id": event.owner_id, **_HERE}),
    _fact(LivestockRestated, lambda event: {"owner_id": event.owner_id, "gone": event.gone, "gone_at": event.gone_at}),
    _fact(LivestockRegistered, _details, "details_version"),
    _fact(LivestockRestated, _details, "details_version"),
    _fact(LivestockRegistered, _birth, "birth_version"),
    _fact(LivestockParticularsChanged, _birth, "birth_version"),
    _fact(LivestockRestated, _birth, "birth_version"),
    _fact(LivestockRegistered, lambda event: _place(event.farm_id), "place_version"),
    _fact(LivestockMoved, lambda event: _place(event.farm_id), "place_version"),
    _fact(LivestockPlaced, lambda event: _place(event.farm_id, event.area_id, event.area_name), "place_version"),
    _fact(LivestockRestated, lambda event: _place(event.farm_id, event.area_id, event.area_name), "place_version"),
    _fact(LivestockRegistered, lambda event: _weight(event.weight_kg, at=event.registered_at), "weight_version"),
    _fact(
        LivestockWeighed,
        lambda event: _weight(event.weight_kg, at=event.weighed_at, daily_gain_kg=event.daily_gain_kg),
        "weight_version",
    ),
    _fact(
        LivestockRestated,
        lambda event: _weight(event.weight_kg, at=event.weighed_at, daily_gain_kg=event.daily_gain_kg),
        "weight_version",
    ),
    _fact(LivestockOwnershipTransferred, lambda event: {"owner_id": event.owner_id, **_HERE}),
    _fact(LivestockReclaimed, lambda event: {"owner_id": None, **_HERE}),
    _fact(LivestockReinstated, lambda event: {"owner_id": event.owner_id, **_HERE}),
    _fact(LivestockRemoved, lambda event: {"owner_id": None, "gone": "removed", "gone_at": event.removed_at}),
    _fact(LivestockDied, lambda event: {"owner_id": event.owner_id, "gone": "deceased", "gone_at": event.died_at}),
    _fact(LivestockSaleStatusChanged, _blocks, "blocks_version"),
    _fact(LivestockRestated, _blocks, "blocks_version"),
]

_OWNERS = [
    _fact(LivestockRegistered, lambda event: {"owner_id": event.owner_id, "began_at": event.registered_at}),
    _fact(LivestockBorn, lambda event: {"owner_id": event.owner_id, "began_at": event.born_at}),
    _fact(LivestockRestated, lambda event: {"owner_id": event.owner_id, "began_at": event.owned_since}),
    _fact(LivestockOwnershipTransferred, lambda event: {"owner_id": event.owner_id, "began_at": event.transferred_at}),
    _fact(LivestockReclaimed, lambda event: {"owner_id": None, "began_at": event.reclaimed_at}),
    _fact(LivestockRemoved, lambda event: {"owner_id": None, "began_at": event.removed_at}),
]

_FARMS = [
    _fact(
        FarmChanged,
        lambda event: {name: getattr(event, name) for name in ("name", "time_zone", "latitude", "longitude")},
    ),
    _fact(FarmStaffChanged, lambda event: {"staff_ids": list(event.user_ids)}, "staff_version"),
]


def lock_of(animal: Any, rank: int) -> Lock[UUID]:
    """A lock on rows of this table of animals, by id. Those that are not known yet get their row first."""

    async def take(db: UnitOfWork, ids: Collection[UUID]) -> None:
        await newer.lock(db, animal, ids)

    return Lock(rank, take)


def animal_handlers(animal: Any, ownership: Any, lock: Lock[UUID]) -> Sequence[Handler]:
    """What keeps a service's tables of animals and owners up to date. List them before handlers that read both."""
    need = lock.of("livestock_id")
    kept = [_keeps(animal, fact, lambda event: {"id": event.livestock_id}, [need]) for fact in _ANIMALS]
    return [*kept, *(_adds(ownership, fact, [need]) for fact in _OWNERS)]


def farm_handlers(farm: Any, livestock_type: Any, breed: Any) -> Sequence[Handler]:
    """What keeps a service's tables of farms, types and breeds up to date."""
    kind = _fact(LivestockTypeChanged, lambda event: {"name": event.name, "retired": event.retired})
    of_breed = _fact(
        BreedChanged,
        lambda event: {
            "livestock_type_id": event.livestock_type_id,
            "name": event.name,
            "retired": event.retired,
        },
    )
    return [
        *(_keeps(farm, fact, lambda event: {"id": event.farm_id}) for fact in _FARMS),
        _keeps(livestock_type, kind, lambda event: {"id": event.livestock_type_id}),
        _keeps(breed, of_breed, lambda event: {"id": event.breed_id}),
    ]


def _keeps(table: Any, fact: _Fact, key: Callable[[Any], dict[str, Any]], locks: Sequence[Need[Any]] = ()) -> Handler:
    async def keep(db: UnitOfWork, events: Sequence[Any]) -> None:
        rows = [key(event) | {fact.version: event.aggregate_version} | fact.values(event) for event in events]
        await newer.keep_all(db, table, rows, version=fact.version)

    return on_all(fact.event, locks=locks)(keep)


def _adds(ownership: Any, fact: _Fact, locks: Sequence[Need[Any]]) -> Handler:
    def row(event: Any) -> dict[str, Any]:
        values = {"livestock_id": event.livestock_id, "version": event.aggregate_version} | fact.values(event)
        return values | {"began_at": values["began_at"] or clock.now()}

    async def add(db: UnitOfWork, events: Sequence[Any]) -> None:
        await db.execute(insert(ownership.__table__).on_conflict_do_nothing(), [row(event) for event in events])

    return on_all(fact.event, locks=locks)(add)
