"""Keeps the intervals current. It runs after the handlers that store who owns an animal since when."""

from collections.abc import Sequence
from typing import Any

from amigok_chassis.service import on_all
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import (
    LivestockBorn,
    LivestockOwnershipTransferred,
    LivestockReclaimed,
    LivestockRegistered,
    LivestockReinstated,
    LivestockRemoved,
)
from amigok_contracts.farm_restated import LivestockRestated
from stream.animals.locks import ANIMALS
from stream.intervals import service

EVENTS = (
    LivestockRegistered,
    LivestockBorn,
    LivestockRestated,
    LivestockOwnershipTransferred,
    LivestockReclaimed,
    LivestockReinstated,
    LivestockRemoved,
)


async def owners_known(db: UnitOfWork, events: Sequence[Any]) -> None:
    await service.rebuild(db, {event.livestock_id for event in events})


HANDLERS = [on_all(event, locks=[ANIMALS.of("livestock_id")])(owners_known) for event in EVENTS]
