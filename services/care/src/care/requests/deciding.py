"""What owners, veterinarians and administrators decide about a request: its price, and whether it is done at all."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, clock, standing
from amigok_chassis.auth import Principal, assurance
from amigok_chassis.outbox import emit
from amigok_chassis.rows import refuse_other_version
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.care import CareDeclined
from care.payments import queries as payments
from care.payments import service as paying
from care.requests import quoting, service
from care.requests.errors import AmountChanged, Mandatory, NothingToPay, OtherCurrency, QuoteChanged, RequestNotFound
from care.requests.locks import locked, locked_of_owner
from care.requests.machine import REQUESTS
from care.requests.models import Request
from care.requests.schemas import CareAcceptIn, CareEndIn, CarePaymentIn, CareQuoteIn
from care.settings import Settings

_AUDITED = ("state", "quote_version", "estimate", "currency", "end_reason")


async def quote(db: UnitOfWork, request_id: UUID, wanted: CareQuoteIn, *, by: Principal) -> Request:
    """Quotes a request, or quotes it anew before it is accepted.

    Raises RequestNotFound, OwnAnimal, VersionConflict, WrongState, OtherCurrency.
    """
    request = await _decided(db, request_id, by, version=wanted.version)
    if wanted.estimate.currency != request.currency:
        raise OtherCurrency
    before = audit.picture(request, *_AUDITED)
    quoting.quote(db, request, wanted.estimate.minor, by=by.id)
    _record(db, "care.quoted", request, before)
    return request


async def accept(db: UnitOfWork, request_id: UUID, wanted: CareAcceptIn, *, by: Principal) -> Request:
    """Accepts a quote for the owner. Raises as `quoting.accept` does."""
    return await quoting.accept(
        db,
        request_id,
        owner_id=by.id,
        quote_version=wanted.quote_version,
        allowance=wanted.allowance,
        assurance=assurance(by),
    )


async def pay(db: UnitOfWork, request_id: UUID, wanted: CarePaymentIn, *, by: Principal) -> Request:
    """Pays what waits for the owner: accepts a quote, also after a refusal, or confirms what was asked for besides.

    Raises RequestNotFound, AccountInactive, NothingToPay, AmountChanged, QuoteChanged, OtherCurrency.
    """
    request = await locked_of_owner(db, request_id, by.id)
    if request.state == "quoted":
        return await accept(db, request_id, wanted, by=by)
    await standing.require_active(db, by.id)
    await _confirm(db, request, wanted.amount, by)
    return request


async def decline(db: UnitOfWork, request_id: UUID, quote_version: int, *, owner_id: UUID) -> Request:
    """Declines a quote for the owner. Raises RequestNotFound, Mandatory, WrongState, QuoteChanged."""
    request = await locked_of_owner(db, request_id, owner_id)
    if request.mandatory:
        raise Mandatory
    REQUESTS.follow("decline", request.state)
    if quote_version != request.quote_version:
        raise QuoteChanged(quote_version=request.quote_version)
    _decline(db, request, "quote_declined")
    return request


async def refuse(db: UnitOfWork, request_id: UUID, wanted: CareEndIn, *, by: Principal) -> Request:
    """Declines a request that cannot be done. Raises RequestNotFound, OwnAnimal, VersionConflict, WrongState."""
    request = await _decided(db, request_id, by, version=wanted.version)
    before = audit.picture(request, *_AUDITED)
    _decline(db, request, "not_possible")
    _record(db, "care.declined", request, before, note=wanted.note)
    return request


async def cancel(db: UnitOfWork, request_id: UUID, *, owner_id: UUID) -> Request:
    """Cancels a request for the owner, before the work begins. Raises RequestNotFound, Mandatory, WrongState."""
    request = await locked_of_owner(db, request_id, owner_id)
    if request.mandatory:
        raise Mandatory
    await service.end(db, request, "owner_cancelled")
    return request


async def withdraw(db: UnitOfWork, request_id: UUID, wanted: CareEndIn, *, by: Principal) -> Request:
    """Cancels a request as an administrator, also while somebody is at work; nothing is paid for it.

    Raises RequestNotFound, OwnAnimal, VersionConflict, WrongState.
    """
    request = await _decided(db, request_id, by, version=wanted.version)
    before = audit.picture(request, *_AUDITED)
    await service.end(db, request, "withdrawn", action="abandon" if request.state == "in_progress" else "cancel")
    _record(db, "care.cancelled", request, before, note=wanted.note)
    return request


async def waive(db: UnitOfWork, request_id: UUID, wanted: CareEndIn, *, by: Principal) -> Request:
    """Gives up what the owner was asked for beyond what they had allowed.

    Raises RequestNotFound, OwnAnimal, VersionConflict, NothingToPay.
    """
    request = await _decided(db, request_id, by, version=wanted.version)
    asked = await payments.of_request(db, request.id, "asked")
    if not asked:
        raise NothingToPay
    for payment in asked:
        payment.move("withdraw", now=clock.now())
        after = {"amount": payment.amount, "currency": payment.currency, "note": wanted.note}
        _told(db, "care.waived", request, {}, after)
    return request


async def admit_overdue(db: UnitOfWork, *, limit: int = 1000) -> None:
    """Has mandatory care done whose owner has not accepted it by its due date: it is charged for the animal's sake.

    Nobody has agreed to a quote, so no more than the list price is taken without asking.
    """
    late = select(Request).where(
        Request.mandatory, Request.state.in_(("requested", "quoted")), Request.due_at <= clock.now()
    )
    picked = late.order_by(Request.due_at).limit(limit).with_for_update(skip_locked=True, key_share=True)
    for request in (await db.scalars(picked.execution_options(populate_existing=True))).all():
        quoting.admit(db, request, funding="charge", authorised=min(request.estimate, request.expected))


async def _confirm(db: UnitOfWork, request: Request, amount: Money | None, by: Principal) -> None:
    asked = await payments.of_request(db, request.id, "asked")
    if not asked:
        raise NothingToPay
    payment = asked[0]
    if amount != payment.money:
        raise AmountChanged(amount=payment.money.model_dump(mode="json"))
    expires_at = clock.now() + db.settings(Settings).hold_for
    paying.confirm(db, payment, request.service_name, expires_at=expires_at, assurance=assurance(by))


async def _decided(db: UnitOfWork, request_id: UUID, by: Principal, *, version: int) -> Request:
    """Returns a request on which somebody decides by role, in the version that they have seen; locked.

    A veterinarian decides on their own work, and on what is nobody's and they may do.
    Raises RequestNotFound, OwnAnimal, VersionConflict.
    """
    request = await locked(db, request_id)
    if by.role != "admin" and not await _may_do(db, request, by.id):
        raise RequestNotFound
    await service.require_other_than(db, request, by.id)
    refuse_other_version(version, request.version)
    return request


async def _may_do(db: UnitOfWork, request: Request, veterinarian_id: UUID) -> bool:
    if request.veterinarian_id is not None:
        return request.veterinarian_id == veterinarian_id
    return await service.may_do(db, request, veterinarian_id)


def _decline(db: UnitOfWork, request: Request, reason: str) -> None:
    request.end("decline", reason=reason, now=clock.now())
    emit(
        db,
        CareDeclined(
            request_id=request.id, livestock_id=request.livestock_id, owner_id=request.owner_id, reason=reason
        ),
    )


def _record(db: UnitOfWork, action: str, request: Request, before: audit.Values, **more: str) -> None:
    _told(db, action, request, before, audit.picture(request, *_AUDITED) | more)


def _told(db: UnitOfWork, action: str, request: Request, before: audit.Values, after: audit.Values) -> None:
    audit.record(
        db,
        action,
        subject_id=request.id,
        before=before,
        after=after,
        personal={"note"},
        person_id=request.owner_id or request.id,
    )
