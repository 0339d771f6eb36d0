"""Claims begin, turn into a loss that is collected, or are given up. The user's accounts are locked before."""

from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet import holds, ledger
from wallet.claims.models import Claim
from wallet.claims.taking import owe
from wallet.ledger import Leg
from wallet.models import account_id


async def make(db: UnitOfWork, claim_id: UUID, *, user_id: UUID, amount: Money, state: str) -> None:
    """Claims an amount and takes what the user has of it; what comes later is taken when it comes."""
    claim = Claim(
        id=claim_id,
        user_id=user_id,
        currency=amount.currency,
        amount=amount.minor,
        taken=0,
        state=state,
        made_at=clock.now(),
    )
    db.add(claim)
    await owe(db, user_id, claim.currency, claim.remainder)
    balances = await ledger.lock(db, [user_id])
    available = balances.get(account_id(user_id, "available", claim.currency), 0)
    await ledger.take_claimed(db, user_id, claim.currency, available, because_of=claim_id)


async def lose(db: UnitOfWork, claim_id: UUID, *, minor: int, kind: str) -> None:
    """Takes what was frozen, at most `minor`, against the platform's losses, frees the rest, and goes on to collect."""
    claim = await db.get_one(Claim, claim_id, populate_existing=True)
    frozen, remainder = claim.taken, claim.remainder
    claim.become("collecting", amount=minor, taken=min(frozen, minor))
    await owe(db, claim.user_id, claim.currency, claim.remainder - remainder)
    hold = await holds.locked(db, purpose="dispute", reference_id=claim_id)
    if hold is not None and claim.taken:
        await holds.capture(db, hold, claim.taken, [Leg(None, "losses", claim.taken)], kind=kind)
    elif hold is not None:
        await holds.release(db, hold, reason=kind)


async def give_up(db: UnitOfWork, claim_id: UUID, *, reason: str) -> None:
    """Closes a claim: what was frozen is free, and what was collected is the user's again."""
    claim = await db.get_one(Claim, claim_id, populate_existing=True)
    collected = claim.taken if claim.state == "collecting" else 0
    await owe(db, claim.user_id, claim.currency, -claim.remainder)
    claim.become("closed", amount=claim.amount, taken=claim.taken - collected)
    hold = await holds.locked(db, purpose="dispute", reference_id=claim_id)
    if hold is not None and hold.state == "placed":
        await holds.release(db, hold, reason=reason)
    if collected:
        legs = [Leg(None, "losses", -collected), Leg(claim.user_id, "available", collected)]
        await ledger.post(db, legs, kind="claim_returned", currency=claim.currency, reference_id=claim_id)
