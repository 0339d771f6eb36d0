"""Tells what an event says to those whom it concerns."""

from typing import Any

from sqlalchemy import select

from amigok_chassis.inbox import Retry
from amigok_chassis.unit_of_work import UnitOfWork
from notification.animals.models import Animal
from notification.contests.models import Contest
from notification.deliveries import service as deliveries
from notification.farms.models import Farm
from notification.kinds.kind import Kind
from notification.notices.telling import Telling


async def hear(db: UnitOfWork, kind: Kind, event: Any) -> None:
    """Tells the recipients of a kind. Raises Retry before the animal or the farm that it is about is known."""
    if kind.to is None or (kind.when is not None and not kind.when(event)):
        return
    if user_ids := await kind.to(db, event):
        telling = Telling(
            kind=kind.name,
            source=kind.source(event),
            user_ids=user_ids,
            data=await _data(db, kind, event),
            topic=kind.group(event),
            within=kind.within,
        )
        await deliveries.tell(db, telling)


async def _data(db: UnitOfWork, kind: Kind, event: Any) -> dict[str, Any]:
    """The words of a kind's texts, as JSON, with the id of what it is about."""
    said = event.model_dump(mode="json")
    words = {word: said[word] if word in said else await _NAMES[word](db, event) for word in kind.arguments}
    return {"subject": event.subject, **words}


async def _animal(db: UnitOfWork, event: Any) -> str:
    animal = await db.get(Animal, event.livestock_id)
    if animal is None or animal.tag_number is None:
        raise Retry("the animal is not known yet")
    return f"{animal.type_name} {animal.tag_number}"


async def _farm(db: UnitOfWork, event: Any) -> str:
    name = await db.scalar(select(Farm.name).where(Farm.id == event.farm_id))
    if name is None:
        raise Retry("the farm is not known yet")
    return name


async def _contest(db: UnitOfWork, event: Any) -> str:
    return await db.scalar(select(Contest.title).where(Contest.id == event.contest_id)) or "?"


_NAMES = {"animal": _animal, "farm": _farm, "contest": _contest}
