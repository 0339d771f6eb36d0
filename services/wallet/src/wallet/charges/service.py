"""Charges: taken at once from what a payer has available, under the locks of the payer and of all payees."""

from dataclasses import dataclass

from amigok_chassis import clock
from amigok_chassis.inbox import Reject
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.money_requests import ChargeRequest, total
from amigok_contracts.wallet import ChargeCompleted, ChargeRefused
from wallet.accounts.locks import available
from wallet.accounts.models import AVAILABLE, RECEIVABLE
from wallet.accounts.service import open_receivable
from wallet.charges.models import Charge
from wallet.debts import service as debts
from wallet.debts.service import Cause
from wallet.exits import service as exits
from wallet.exits.queries import Exit
from wallet.exits.rules import Decision
from wallet.ledger.posting import Leg
from wallet.ledger.service import post
from wallet.ledger.shares import legs_of, payees_of
from wallet.limits.service import exceeded
from wallet.vocabulary import contradiction, require_alone


@dataclass(frozen=True)
class Bill:
    """A request, what it comes to, and what the payer has of that: null where they have no wallet in its currency."""

    request: ChargeRequest
    amount: Money
    available: int | None

    @property
    def taken(self) -> int:
        """Minor units that are taken now."""
        return min(self.available or 0, self.amount.minor)

    @property
    def owed(self) -> Money:
        """What the payer lacks."""
        return Money.of_minor(self.amount.minor - self.taken, self.amount.currency)


async def charge(db: UnitOfWork, request: ChargeRequest) -> None:
    """Takes the shares, or refuses with a reason. Repeating the request has no further effect.

    A mandatory charge is never refused: what is lacking becomes a debt. Raises Reject where it is beyond all limits or
    contradicts an earlier one, and where somebody would pay themselves.
    """
    if request.payer_id in payees_of(request.shares):
        raise Reject(f"{request.purpose} {request.reference_id} is to be paid to its own payer")
    amount = total(request.shares)
    bill = Bill(request, amount, await available(db, request.payer_id, amount.currency))
    if (before := await db.get(Charge, (request.purpose, request.reference_id))) is not None:
        if (before.payer_id, before.money) != (request.payer_id, amount):
            raise contradiction(request)
        return
    await require_alone(db, request, "charges", user_id=request.payer_id)
    decision = await _mandatory(db, bill) if request.mandatory else await _voluntary(db, bill)
    _keep(db, bill, decision.refusal)
    if decision.refusal is None:
        await _take(db, bill)
    else:
        emit(db, _refused(bill, decision.refusal, decision.retry_after))


async def _mandatory(db: UnitOfWork, bill: Bill) -> Decision:
    """A mandatory charge is the platform's claim: no stop holds it up."""
    if reason := await _beyond_limits(db, bill):
        raise Reject(f"{bill.request.purpose} {bill.request.reference_id}: {reason}")
    return Decision(None)


async def _voluntary(db: UnitOfWork, bill: Bill) -> Decision:
    if bill.available is None:
        return Decision("wallet_missing")
    if bill.available < bill.amount.minor:
        return Decision("insufficient_funds")
    if reason := await _beyond_limits(db, bill):
        return Decision(reason)
    return await exits.consider(db, _exit(bill))


async def _beyond_limits(db: UnitOfWork, bill: Bill) -> str | None:
    return await exceeded(db, purpose=bill.request.purpose, user_id=bill.request.payer_id, amount=bill.amount)


async def _take(db: UnitOfWork, bill: Bill) -> None:
    """Posts the charge. Payees get their shares now, even if the payer owes a part."""
    request = bill.request
    if bill.owed.minor:
        await open_receivable(db, user_id=request.payer_id, currency=bill.amount.currency)
    transfer_id = await post(
        db,
        [
            Leg(request.payer_id, AVAILABLE, -bill.taken),
            Leg(request.payer_id, RECEIVABLE, -bill.owed.minor),
            *legs_of(request.shares),
        ],
        kind="charge",
        currency=bill.amount.currency,
        purpose=request.purpose,
        reference_id=request.reference_id,
        initiated_by=request.payer_id,
        description=request.description,
    )
    emit(
        db,
        ChargeCompleted(
            purpose=request.purpose,
            reference_id=request.reference_id,
            transfer_id=transfer_id,
            payer_id=request.payer_id,
            amount=bill.amount,
            shares=request.shares,
            owed=bill.owed,
        ),
    )
    if bill.owed.minor:
        await debts.keep(db, _cause(bill))


def _keep(db: UnitOfWork, bill: Bill, reason: str | None) -> None:
    db.add(
        Charge(
            purpose=bill.request.purpose,
            reference_id=bill.request.reference_id,
            payer_id=bill.request.payer_id,
            currency=bill.amount.currency,
            amount=bill.amount.minor,
            owed=0 if reason else bill.owed.minor,
            reason=reason,
            at=clock.now(),
        )
    )


def _refused(bill: Bill, reason: str, retry_after: int | None) -> ChargeRefused:
    return ChargeRefused(
        purpose=bill.request.purpose,
        reference_id=bill.request.reference_id,
        payer_id=bill.request.payer_id,
        amount=bill.amount,
        reason=reason,
        retry_after=retry_after,
    )


def _exit(bill: Bill) -> Exit:
    payees = tuple(payees_of(bill.request.shares))
    return Exit(
        purpose=bill.request.purpose,
        reference_id=bill.request.reference_id,
        user_id=bill.request.payer_id,
        amount=bill.amount,
        assurance=bill.request.assurance,
        recipient_ids=payees,
        to_platform=not payees,
        asks_payees=True,
    )


def _cause(bill: Bill) -> Cause:
    return Cause(
        purpose=bill.request.purpose,
        reference_id=bill.request.reference_id,
        debtor_id=bill.request.payer_id,
        amount=bill.owed,
        description=bill.request.description,
        livestock_id=bill.request.livestock_id,
    )
