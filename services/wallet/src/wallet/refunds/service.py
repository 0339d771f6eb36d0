"""Money that goes back: held in the user's wallet until the provider has given it back, or given by the platform.

Payment asks for the hold, as for any other. The accounts of the user are locked before, and opened.
"""

from uuid import UUID

from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.models import AVAILABLE
from wallet.debts import service as debts
from wallet.debts.service import REFUND, Cause
from wallet.holds import service as holds
from wallet.holds.models import Hold
from wallet.ledger.clearing import at_provider
from wallet.ledger.posting import Leg
from wallet.ledger.service import post, posted

HELD_AS = "payment.refund"
"""The purpose of the holds that payment asks for."""


async def settle(db: UnitOfWork, *, refund_id: UUID, user_id: UUID, amount: Money, to: str) -> None:
    """Moves the held amount of a refund to `to`, the account of the provider that has paid it. Once.

    To the user's own wallet (`to` is `wallet`) nothing goes: it is free again. Raises Reject when nothing was held, or
    something else; HoldEnded when it was released.
    """
    held = await _held(db, refund_id, user_id, amount)
    if held.state == "captured" or (to == "wallet" and held.state == "released"):
        return
    if to == "wallet":
        await holds.release(db, held, reason="refunded_to_wallet")
        return
    await holds.capture(db, held, amount.minor, [at_provider(to, amount.minor)], kind="refund")


async def _held(db: UnitOfWork, refund_id: UUID, user_id: UUID, amount: Money) -> Hold:
    """The hold of a refund. Raises Reject where there is none of this amount for this user."""
    held = await holds.locked(db, purpose=HELD_AS, reference_id=refund_id)
    if held is None:
        raise Reject(f"no hold for refund {refund_id}")
    if held.user_id != user_id:
        raise Reject(f"refund {refund_id} is held for another user")
    if held.state != "refused" and held.money != amount:
        raise Reject(f"for refund {refund_id} {held.money} is held, not {amount}")
    return held


async def give(db: UnitOfWork, *, refund_id: UUID, user_id: UUID, amount: Money, to: str) -> None:
    """Books a refund at the platform's charge, once: to a provider, or into the user's wallet (`to` is `wallet`)."""
    if await posted(db, "refund", refund_id) is not None:
        return
    target = Leg(user_id, AVAILABLE, amount.minor) if to == "wallet" else at_provider(to, amount.minor)
    legs = [Leg(None, "revenue", -amount.minor), target]
    await post(db, legs, kind="refund", currency=amount.currency, reference_id=refund_id)


async def fail(db: UnitOfWork, *, refund_id: UUID, user_id: UUID, reason: str) -> None:
    """Frees the amount of a refund that was not made. If it is not held yet, it never will be."""
    await holds.end(
        db, purpose=HELD_AS, reference_id=refund_id, user_id=user_id, instead="refund_failed", reason=reason
    )


async def made_outside(
    db: UnitOfWork, *, refund_id: UUID, payment_id: UUID, user_id: UUID, amount: Money, provider: str
) -> None:
    """Books what a provider gave back without us, once: the user owes it, now or when there is something.

    Raises Retry when the payment is not booked yet.
    """
    if await posted(db, "refund_outside", refund_id) is not None:
        return
    if await posted(db, "deposit", payment_id) is None:
        raise Retry(f"payment {payment_id} was refunded, and is not booked yet")
    legs = [at_provider(provider, amount.minor), Leg(None, "losses", -amount.minor)]
    await post(db, legs, kind="refund_outside", currency=amount.currency, reference_id=refund_id)
    cause = Cause(purpose=REFUND, reference_id=refund_id, debtor_id=user_id, amount=amount)
    await debts.record(db, cause, against="losses")


RETURNS = {"user": AVAILABLE, "platform": "revenue"}
"""Whose money is back, by at whose charge it was given."""


async def returned(
    db: UnitOfWork, *, refund_id: UUID, user_id: UUID, amount: Money, provider: str, charged_to: str, outside: bool
) -> None:
    """Books a refund that came back to the provider: whoever paid it has the money again, once.

    Raises Retry when it is not booked yet, Reject where nobody knows at whose charge it was given.
    """
    if await posted(db, "refund_returned", refund_id) is not None:
        return
    if charged_to not in RETURNS:
        raise Reject(f"refund {refund_id} came back at the charge of {charged_to}")
    if await posted(db, "refund_outside" if outside else "refund", refund_id) is None:
        raise Retry(f"refund {refund_id} came back, and is not booked yet")
    owner = user_id if charged_to == "user" and not outside else None
    again = Leg(owner, "losses" if outside else RETURNS[charged_to], amount.minor)
    legs = [at_provider(provider, -amount.minor), again]
    await post(db, legs, kind="refund_returned", currency=amount.currency, reference_id=refund_id)
    if outside:
        await debts.give_up(db, purpose=REFUND, reference_id=refund_id, reason="refund_returned")
