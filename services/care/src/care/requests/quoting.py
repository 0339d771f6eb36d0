"""What care is expected to cost, and who agrees to it."""

from uuid import UUID

from amigok_chassis import clock, standing
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.assurance import Assurance
from amigok_contracts.care import CareAccepted, CareQuoted
from care.payments import service as payments
from care.requests.errors import OtherCurrency, QuoteChanged
from care.requests.locks import locked_of_owner
from care.requests.models import Funding, Request
from care.settings import Settings


async def begin(db: UnitOfWork, request: Request, *, fixed: bool) -> None:
    """Quotes or accepts a new request where nobody has to be asked for that."""
    if request.owner_id is None:
        request.estimate = request.expected
        admit(db, request, funding="none", authorised=0)
    elif request.emergency:
        request.estimate = request.expected
        admit(db, request, funding="charge", authorised=db.settings(Settings).without_asking(request.currency))
    elif fixed or request.mandatory:
        quote(db, request, request.expected, by=None)


def quote(db: UnitOfWork, request: Request, estimate: int, *, by: UUID | None) -> None:
    """Sets a new version of the quote, in minor units; the request is locked. Raises WrongState."""
    request.become("quote")
    request.quote_version += 1
    request.estimate, request.quoted_by = estimate, by
    assert request.owner_id is not None
    emit(
        db,
        CareQuoted(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            quote_version=request.quote_version,
            estimate=request.money(estimate),
        ),
    )


def admit(db: UnitOfWork, request: Request, *, funding: Funding, authorised: int) -> None:
    """Accepts a request for the animal's sake, or where nobody pays; it is locked. Raises WrongState."""
    request.become("admit")
    request.funded_at = clock.now()
    _accepted(db, request, funding=funding, authorised=authorised)


async def accept(
    db: UnitOfWork,
    request_id: UUID,
    *,
    owner_id: UUID,
    quote_version: int,
    allowance: Money | None,
    assurance: Assurance | None,
) -> Request:
    """Accepts the quote that the owner has seen, and has it held with what they allow beyond it.

    Raises RequestNotFound, AccountInactive, WrongState, QuoteChanged, OtherCurrency.
    """
    request = await locked_of_owner(db, request_id, owner_id)
    await standing.require_active(db, owner_id)
    request.become("accept")
    if quote_version != request.quote_version:
        raise QuoteChanged(quote_version=request.quote_version)
    if allowance is not None and allowance.currency != request.currency:
        raise OtherCurrency
    request.allowance = 0 if allowance is None else allowance.minor
    request.payment_refusal = None
    await _fund(db, request, owner_id, assurance)
    return request


async def _fund(db: UnitOfWork, request: Request, owner_id: UUID, assurance: Assurance | None) -> None:
    """Asks for the hold, unless there is nothing to hold."""
    now, authorised = clock.now(), request.estimate + request.allowance
    _accepted(db, request, funding="hold" if authorised else "none", authorised=authorised)
    if not authorised:
        request.funded_at = now
        return
    payment = await payments.open_hold(db, request_id=request.id, payer_id=owner_id, amount=request.money(authorised))
    expires_at = now + db.settings(Settings).hold_for
    payments.hold(db, payment, request.service_name, expires_at=expires_at, assurance=assurance)


def _accepted(db: UnitOfWork, request: Request, *, funding: Funding, authorised: int) -> None:
    request.funding, request.authorised, request.accepted_at = funding, authorised, clock.now()
    emit(
        db,
        CareAccepted(
            request_id=request.id,
            livestock_id=request.livestock_id,
            owner_id=request.owner_id,
            funding=funding,
            authorised=request.money(authorised),
        ),
    )
