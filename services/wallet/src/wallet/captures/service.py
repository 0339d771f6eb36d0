"""Captures a hold in shares, under the locks of its payer and of all payees."""

from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import CaptureRequest, total
from amigok_contracts.wallet import HoldCaptured
from wallet.holds import service as holds
from wallet.holds.models import Hold
from wallet.ledger.shares import legs_of, payees_of
from wallet.proceeds import service as proceeds
from wallet.vocabulary import claim_of


async def capture(db: UnitOfWork, request: CaptureRequest) -> None:
    """Pays the shares from the hold and frees what is left. A hold that was captured stays as it is.

    What the money is for has already happened: if the hold has expired, the shares are taken from what is available.
    Raises Retry when there is no such hold yet, Reject where the shares do not fit it, HoldEnded when it was released,
    InsufficientFunds.
    """
    hold = await holds.LOCKED.get(db, claim_of(request))
    if hold is None:
        raise Retry(f"{request.purpose} {request.reference_id} is not held yet")
    if hold.state == "captured":
        return
    amount = total(request.shares)
    _check(request, hold)
    to = legs_of(request.shares)
    transfer_id = await holds.capture(db, hold, amount.minor, to, kind="capture", purpose=hold.purpose)
    await proceeds.earned(db, hold, payees_of(request.shares))
    emit(
        db,
        HoldCaptured(
            hold_id=hold.id,
            purpose=hold.purpose,
            reference_id=hold.reference_id,
            transfer_id=transfer_id,
            payer_id=hold.user_id,
            amount=amount,
            shares=request.shares,
        ),
    )


def _check(request: CaptureRequest, hold: Hold) -> None:
    """Raises Reject where the shares are not the payer's, in another currency, too much, or for somebody else."""
    if reason := _misfit(request, hold):
        raise Reject(f"{request.purpose} {request.reference_id}: {reason}")


def _misfit(request: CaptureRequest, hold: Hold) -> str | None:
    amount = total(request.shares)
    if request.payer_id != hold.user_id:
        return "it is held for another payer"
    if hold.state == "refused":
        return f"nothing is held, because of {hold.reason}"
    if amount.currency != hold.currency:
        return f"{hold.currency} is held, and {amount.currency} asked for"
    if amount.minor > hold.amount:
        return f"{hold.money} is held, and {amount} asked for"
    strangers = payees_of(request.shares).keys() - set(hold.payee_ids)
    return f"it is held for others than {min(strangers)}" if strangers else None
