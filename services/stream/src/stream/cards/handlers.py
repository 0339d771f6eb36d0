"""Keeps what the farm says of animals' marks."""

from typing import Any

from amigok_chassis.service import Handler
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import LivestockParticularsChanged, LivestockRegistered
from amigok_contracts.farm_restated import LivestockRestated
from stream.animals.locks import ANIMALS
from stream.cards import service


async def marks_known(db: UnitOfWork, event: Any) -> None:
    marks = {"card": event.unique_id_card, "eid": event.eid, "tag": event.tag_number}
    await service.tell(db, event.livestock_id, event.aggregate_version, **marks)


async def eid_known(db: UnitOfWork, event: LivestockParticularsChanged) -> None:
    await service.tell(db, event.livestock_id, event.aggregate_version, eid=event.eid)


_LOCKS = (ANIMALS.of("livestock_id"),)
HANDLERS = [
    Handler(LivestockRegistered, marks_known, _LOCKS),
    Handler(LivestockRestated, marks_known, _LOCKS),
    Handler(LivestockParticularsChanged, eid_known, _LOCKS),
]
