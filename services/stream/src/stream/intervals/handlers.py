"""Keeps the intervals current. It runs after the handlers that store who owns an animal since when."""

from typing import Any

from amigok_chassis.service import Handler
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


async def owner_known(db: UnitOfWork, event: Any) -> None:
    await service.rebuild(db, event.livestock_id)


HANDLERS = [Handler(event, owner_known, (ANIMALS.of("livestock_id"),)) for event in EVENTS]
