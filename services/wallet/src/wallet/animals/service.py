"""The fee for taking an animal out."""

from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.claims import service as claims
from wallet.ledger import Leg, lock, post, posted
from wallet.models import account_id
from wallet.service import open_accounts

KIND = "animal_withdrawal"


async def charge_fee(db: UnitOfWork, *, withdrawal_id: UUID, user_id: UUID, fee: Money) -> None:
    """Charges the fee once: what is available is taken, the platform bears the rest until the user has something."""
    await open_accounts(db, user_id=user_id, currency=fee.currency)
    balances = await lock(db, [user_id])
    if await posted(db, KIND, withdrawal_id) is not None:
        return
    taken = min(balances.get(account_id(user_id, "available", fee.currency), 0), fee.minor)
    legs = [
        Leg(user_id, "available", -taken),
        Leg(None, "losses", taken - fee.minor),
        Leg(None, "revenue", fee.minor),
    ]
    await post(db, legs, kind=KIND, currency=fee.currency, reference_id=withdrawal_id)
    if taken < fee.minor:
        owed = Money.of_minor(fee.minor - taken, fee.currency)
        await claims.make(db, withdrawal_id, user_id=user_id, amount=owed, state="collecting")
