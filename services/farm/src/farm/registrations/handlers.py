"""Animals that the marketplace lists from outside."""

from pydantic import ValidationError

from amigok_chassis.errors import DomainError
from amigok_chassis.outbox import emit
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm_listed import LivestockRegistrationRefused
from amigok_contracts.marketplace_listings import LivestockRegistrationRequested
from farm.livestock.models import Livestock
from farm.livestock.schemas import LivestockIn
from farm.registrations import service

_ABOUT_ANIMAL = set(LivestockIn.model_fields)


@on(LivestockRegistrationRequested)
async def registration_requested(db: UnitOfWork, event: LivestockRegistrationRequested) -> None:
    """Registers the animal as an administrator could, once, or says why not."""
    if await db.get(Livestock, event.livestock_id) is not None:
        return
    try:
        async with db.begin_nested():
            await _register(db, event)
    except ValidationError:
        refuse(db, event, "invalid")
    except DomainError as error:
        refuse(db, event, error.code)


async def _register(db: UnitOfWork, event: LivestockRegistrationRequested) -> None:
    wanted = LivestockIn.model_validate(event.model_dump(include=_ABOUT_ANIMAL))
    await service.register(db, by=event.requested_by, livestock_id=event.livestock_id, **dict(wanted))


def refuse(db: UnitOfWork, event: LivestockRegistrationRequested, reason: str) -> None:
    emit(db, LivestockRegistrationRefused(livestock_id=event.livestock_id, reason=reason))
