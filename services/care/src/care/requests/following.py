"""What becomes of open requests when an animal is sold, dies or leaves, or its owner may no longer act.

| state | sold, reclaimed | dead, removed | owner shut out |
| --- | --- | --- | --- |
| requested, quoted | cancelled; mandatory care is asked of the new owner | cancelled | cancelled, unless mandatory |
| accepted, scheduled | the same, emergencies too; the hold is released | cancelled, released | goes on |
| in_progress | goes on; who accepted it pays | goes on | goes on |
"""

from uuid import UUID

import structlog
from sqlalchemy import exists, or_, select, update

from amigok_chassis import standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CareDeletionChecked
from care.animals.models import Animal
from care.payments.models import Payment
from care.procedures.errors import OtherLivestockType, ServiceRetired
from care.requests import service
from care.requests.errors import AlreadyRequested
from care.requests.machine import REQUESTS
from care.requests.models import Request

log = structlog.get_logger()

_NOT_RENEWED = (AlreadyRequested, ServiceRetired, OtherLivestockType)
_NOT_BEGUN = ("requested", "quoted", "accepted", "scheduled")
_UNACCEPTED = ("requested", "quoted")


async def follow_animal(db: UnitOfWork, livestock_id: UUID) -> None:
    """Ends the requests of an animal that is gone or has another owner now. The animal's row is locked."""
    animal = await db.get_one(Animal, livestock_id, populate_existing=True)
    theirs = select(Request).where(Request.livestock_id == livestock_id, Request.state.in_(_NOT_BEGUN))
    for request in (await db.scalars(theirs.order_by(Request.id).execution_options(populate_existing=True))).all():
        if animal.gone is not None:
            await service.end(db, request, animal.gone)
        elif request.owner_id != animal.owner_id:
            await _change_owner(db, request)


async def _change_owner(db: UnitOfWork, request: Request) -> None:
    await service.end(db, request, "owner_changed")
    await db.flush()
    if request.mandatory or request.emergency:
        try:
            await service.renew(db, request)
        except _NOT_RENEWED as error:
            log.warning("care.not_renewed", request_id=str(request.id), reason=error.code)


async def follow_owner(db: UnitOfWork, user_id: UUID) -> None:
    """Ends what an owner who is no longer active has not accepted, unless it is mandatory."""
    if not (await standing.of(db, user_id)).is_active:
        await _end_unaccepted(db, user_id)


async def check_deletion(db: UnitOfWork, *, request_id: UUID, user_id: UUID) -> None:
    """Answers identity with what has to end before a user is deleted: `care_requests`.

    The user was deactivated just before; that event may still be on its way.
    """
    await _end_unaccepted(db, user_id)
    await db.flush()
    theirs = or_(Request.owner_id == user_id, Request.veterinarian_id == user_id)
    waits = await db.scalar(select(exists().where(theirs, Request.state.in_(REQUESTS.open))))
    obstacles = ("care_requests",) if waits else ()
    emit(db, CareDeletionChecked(request_id=request_id, user_id=user_id, obstacles=obstacles))


async def forget(db: UnitOfWork, user_id: UUID) -> None:
    """Erases why a deleted user wanted care, and gives up what they were asked for. What was done stays."""
    theirs = or_(Request.owner_id == user_id, Request.requested_by == user_id)
    erased = update(Request).where(theirs, Request.reason != "").values(reason="", version=Request.version + 1)
    await db.execute(erased.execution_options(synchronize_session=False))
    asked = update(Payment).where(Payment.payer_id == user_id, Payment.state == "asked").values(state="withdrawn")
    await db.execute(asked.execution_options(synchronize_session=False))


async def _end_unaccepted(db: UnitOfWork, user_id: UUID) -> None:
    theirs = select(Request).where(
        Request.owner_id == user_id, Request.state.in_(_UNACCEPTED), Request.mandatory.is_(False)
    )
    for request in (await db.scalars(theirs.order_by(Request.id).execution_options(populate_existing=True))).all():
        await service.end(db, request, "account_inactive")
