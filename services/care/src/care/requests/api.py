"""Requests for care over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from amigok_chassis.auth import Administrator, CurrentUser
from amigok_chassis.db import Reader, Session
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.machine import WrongState
from amigok_chassis.pagination import Page, PageRequest
from amigok_chassis.problems import problems
from amigok_chassis.rows import VersionConflict
from amigok_chassis.standing import AccountInactive
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound, OwnAnimal
from care.people.roles import Veterinarian, VeterinarianOrAdministrator
from care.procedures.errors import OtherLivestockType, ServiceRetired, UnknownService
from care.requests import asking, deciding, queries, working
from care.requests.errors import (
    AlreadyRequested,
    AmountChanged,
    DueDateNeeded,
    LivestockGone,
    Mandatory,
    NotFunded,
    NothingToPay,
    NotTheirs,
    OtherCurrency,
    QuoteChanged,
    RequestNotFound,
    TooManyEmergencies,
)
from care.requests.schemas import (
    CareAcceptIn,
    CareAssignmentIn,
    CareDeclineIn,
    CareEndIn,
    CareMoreIn,
    CarePaymentIn,
    CareQuoteIn,
    CareRequestDetails,
    CareRequestIn,
    CareRequestOut,
    State,
)

router = APIRouter(prefix="/api/v1")

InState = Annotated[State | None, Query(description="Only those in this state")]

_NEW = (
    LivestockNotFound,
    LivestockGone,
    UnknownService,
    ServiceRetired,
    OtherLivestockType,
    AlreadyRequested,
)
_DECIDED = (RequestNotFound, OwnAnimal, VersionConflict, WrongState)


@router.post(
    "/livestock/{livestock_id}/care-request",
    status_code=201,
    response_model=CareRequestOut,
    responses=problems(AccountInactive, TooManyEmergencies, *_NEW),
)
async def request_care(livestock_id: UUID, body: CareRequestIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Asks for care of your animal, or as farm people of one on your farm.

    Where the price is fixed it is quoted at once: accept the quote. An emergency needs no acceptance.
    """

    async def use_case(db: UnitOfWork) -> CareRequestOut:
        return await queries.shown(db, await asking.ask(db, livestock_id, body, by=me))

    return await once.commit(use_case)


@router.get("/my-care-requests")
async def list_my_care_requests(
    me: CurrentUser, db: Reader, page: PageRequest, state: InState = None
) -> Page[CareRequestOut]:
    """Lists the requests that you pay for, newest first."""
    return await queries.of_owner(db, page, owner_id=me.id, state=state)


@router.get("/my-dashboard/assigned-care")
async def list_assigned_care(me: CurrentUser, db: Reader, page: PageRequest) -> Page[CareRequestOut]:
    """Lists what administrators, farm people and plans have asked for your animals, and is not done yet."""
    return await queries.assigned_to_owner(db, page, owner_id=me.id)


@router.get("/care-requests/{request_id}", responses=problems(RequestNotFound))
async def read_care_request(request_id: UUID, me: CurrentUser, db: Reader) -> CareRequestOut:
    """Returns one request to its owner, its veterinarian, farm people and administrators."""
    return await queries.show(db, request_id, viewer=me)


@router.post(
    "/care-requests/{request_id}/accept",
    response_model=CareRequestOut,
    responses=problems(AccountInactive, RequestNotFound, WrongState, QuoteChanged, OtherCurrency),
)
async def accept_care(request_id: UUID, body: CareAcceptIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Accepts the quote that you have seen. The estimate and what you allow beyond it are held in your wallet."""

    async def use_case(db: UnitOfWork) -> CareRequestOut:
        return await queries.shown(db, await deciding.accept(db, request_id, body, by=me))

    return await once.commit(use_case, status=200)


@router.post(
    "/care-requests/{request_id}/pay",
    response_model=CareRequestOut,
    responses=problems(
        AccountInactive, RequestNotFound, WrongState, QuoteChanged, OtherCurrency, NothingToPay, AmountChanged
    ),
)
async def pay_for_care(request_id: UUID, body: CarePaymentIn, me: CurrentUser, once: OnceOnly) -> Response:
    """Pays what waits for you: a quote, also again after a refusal, or the `amount` that you were asked for besides."""

    async def use_case(db: UnitOfWork) -> CareRequestOut:
        return await queries.shown(db, await deciding.pay(db, request_id, body, by=me))

    return await once.commit(use_case, status=200)


@router.post("/care-requests/{request_id}/cancel", responses=problems(RequestNotFound, Mandatory, WrongState))
async def cancel_care(request_id: UUID, me: CurrentUser, db: Session) -> CareRequestOut:
    """Cancels your request before the work begins; what is held is yours again."""
    return await queries.shown(db, await deciding.cancel(db, request_id, owner_id=me.id))


@router.post(
    "/care-requests/{request_id}/decline",
    responses=problems(RequestNotFound, Mandatory, WrongState, QuoteChanged),
)
async def decline_care(request_id: UUID, body: CareDeclineIn, me: CurrentUser, db: Session) -> CareRequestOut:
    """Declines the quote that you have seen."""
    return await queries.shown(db, await deciding.decline(db, request_id, body.quote_version, owner_id=me.id))


@router.post(
    "/admin/users/{user_id}/assign-care",
    status_code=201,
    responses=problems(*_NEW, OwnAnimal, NotTheirs, DueDateNeeded),
)
async def assign_care(user_id: UUID, body: CareAssignmentIn, admin: Administrator, db: Session) -> CareRequestOut:
    """Assigns care to a user's animal. Mandatory care that is not accepted when it is due is done and charged."""
    return await queries.shown(db, await asking.assign(db, user_id, body, by=admin.id))


@router.get("/admin/care-requests")
async def list_care_requests(
    admin: Administrator,
    db: Reader,
    page: PageRequest,
    state: InState = None,
    mandatory: Annotated[bool | None, Query()] = None,
    emergency: Annotated[bool | None, Query()] = None,
) -> Page[CareRequestDetails]:
    """Lists everybody's requests, newest first."""
    return await queries.all_requests(db, page, state=state, mandatory=mandatory, emergency=emergency)


@router.post("/admin/care-requests/{request_id}/cancel", responses=problems(*_DECIDED))
async def withdraw_care(request_id: UUID, body: CareEndIn, admin: Administrator, db: Session) -> CareRequestOut:
    """Cancels a request, also a mandatory one or one that is under way. Nothing is paid for it."""
    return await queries.shown(db, await deciding.withdraw(db, request_id, body, by=admin))


@router.post(
    "/admin/care-requests/{request_id}/waive",
    responses=problems(RequestNotFound, OwnAnimal, VersionConflict, NothingToPay),
)
async def waive_payment(request_id: UUID, body: CareEndIn, admin: Administrator, db: Session) -> CareRequestOut:
    """Gives up what the owner was asked for beyond what they had allowed."""
    return await queries.shown(db, await deciding.waive(db, request_id, body, by=admin))


@router.get("/vet/care-requests")
async def list_vet_care_requests(
    vet: Veterinarian,
    db: Reader,
    page: PageRequest,
    state: InState = None,
    unassigned: Annotated[bool, Query(description="Open requests that no veterinarian has yet")] = False,
) -> Page[CareRequestOut]:
    """Lists the requests that are assigned to you, newest first."""
    return await queries.of_veterinarian(db, page, veterinarian_id=vet.id, state=state, unassigned=unassigned)


@router.put("/vet/care-requests/{request_id}/quote", responses=problems(*_DECIDED, OtherCurrency))
async def quote_care(
    request_id: UUID, body: CareQuoteIn, me: VeterinarianOrAdministrator, db: Session
) -> CareRequestOut:
    """Says what a request is expected to cost. The owner accepts that, or declines."""
    return await queries.shown(db, await deciding.quote(db, request_id, body, by=me))


@router.post("/vet/care-requests/{request_id}/decline", responses=problems(*_DECIDED))
async def refuse_care(
    request_id: UUID, body: CareEndIn, me: VeterinarianOrAdministrator, db: Session
) -> CareRequestOut:
    """Declines a request that cannot be done, before it is accepted."""
    return await queries.shown(db, await deciding.refuse(db, request_id, body, by=me))


@router.put(
    "/vet/care-requests/{request_id}/start",
    responses=problems(RequestNotFound, OwnAnimal, WrongState, NotFunded),
)
async def start_care(request_id: UUID, vet: Veterinarian, db: Session) -> CareRequestOut:
    """Begins the work on a request that is assigned to you, once its price is held."""
    return await queries.shown(db, await working.start(db, request_id, by=vet.id))


@router.post(
    "/vet/care-requests/{request_id}/ask-more",
    responses=problems(RequestNotFound, WrongState, OwnAnimal, VersionConflict, OtherCurrency, NothingToPay),
)
async def ask_for_more(request_id: UUID, body: CareMoreIn, vet: Veterinarian, db: Session) -> CareRequestOut:
    """Asks the owner for more than they have allowed, while you are at work."""
    more = await working.ask_more(db, request_id, body.amount, version=body.version, by=vet.id)
    return await queries.shown(db, more)
