"""Credits and corrections over HTTP: each is a proposal that another administrator decides."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import RecentAdministrator
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.problems import problems
from amigok_chassis.proposals import ProposalOut, as_it_is
from amigok_chassis.proposals.errors import NotEntitled, OwnBehalf
from wallet.accounts.errors import AmountNotPositive
from wallet.corrections import service
from wallet.corrections.errors import TransferNotFound
from wallet.corrections.schemas import CorrectionIn, CreditIn

router = APIRouter(prefix="/api/v1/admin/wallet")


@router.post(
    "/credits",
    status_code=202,
    response_model=ProposalOut,
    responses=problems(NotEntitled, OwnBehalf, AmountNotPositive, *service.CREDIT.raises),
)
async def propose_credit(body: CreditIn, admin: RecentAdministrator, once: OnceOnly) -> Response:
    """Proposes to put money from outside into a user's wallet."""
    return await once.commit(lambda db: service.propose_credit(db, body, by=admin.id), status=202, now=as_it_is)


@router.post(
    "/corrections",
    status_code=202,
    response_model=ProposalOut,
    responses=problems(NotEntitled, OwnBehalf, TransferNotFound, AmountNotPositive, *service.CORRECTION.raises),
)
async def propose_correction(body: CorrectionIn, admin: RecentAdministrator, once: OnceOnly) -> Response:
    """Proposes to put money into a user's wallet or to take it out, to correct what went wrong."""
    return await once.commit(lambda db: service.propose_correction(db, body, by=admin.id), status=202, now=as_it_is)
