"""Credits and corrections over HTTP: each is a proposal that another administrator decides."""

from fastapi import APIRouter, Response

from amigok_chassis.auth import RecentAdministrator
from amigok_chassis.idempotency import OnceOnly
from amigok_chassis.proposals import ProposalOut, as_it_is
from wallet.corrections import service
from wallet.corrections.schemas import CorrectionIn, CreditIn

router = APIRouter(prefix="/api/v1/admin/wallet", tags=["wallet"])


@router.post("/credits", status_code=202, response_model=ProposalOut)
async def propose_credit(body: CreditIn, admin: RecentAdministrator, once: OnceOnly) -> Response:
    """Proposes to put money from outside into a user's wallet.

    Problems: step_up_required, wallet_missing, account_inactive, amount_not_positive, own_behalf,
    decision_does_not_count, idempotency_key_reused; when it is decided: balance_too_large.
    """
    return await once.commit(lambda db: service.propose_credit(db, body, by=admin.id), status=202, now=as_it_is)


@router.post("/corrections", status_code=202, response_model=ProposalOut)
async def propose_correction(body: CorrectionIn, admin: RecentAdministrator, once: OnceOnly) -> Response:
    """Proposes to put money into a user's wallet or to take it out, to correct what went wrong.

    Problems: step_up_required, wallet_missing, transfer_not_found, amount_not_positive, own_behalf,
    decision_does_not_count, idempotency_key_reused; when it is decided: insufficient_funds, balance_too_large.
    """
    return await once.commit(lambda db: service.propose_correction(db, body, by=admin.id), status=202, now=as_it_is)
