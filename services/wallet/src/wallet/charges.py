"""What the platform charges for care of animals and pays for games and claims: each once for what it refers to."""

from typing import Literal
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.ledger import Leg, lock, post, posted
from wallet.service import check_positive, open_accounts


async def charge(
    db: UnitOfWork,
    *,
    kind: Literal["feeding", "care"],
    reference_id: UUID,
    user_id: UUID,
    amount: Money,
    description: str = "",
) -> UUID:
    """Takes what feed or care cost from the user's available money, once for what it is for. Returns the transfer's id.

    Raises AmountNotPositive, InsufficientFunds, WalletMissing.
    """
    check_positive(amount)
    await lock(db, [user_id])
    if (known := await posted(db, kind, reference_id)) is not None:
        return known
    legs = [Leg(user_id, "available", -amount.minor), Leg(None, "revenue", amount.minor)]
    return await post(db, legs, kind=kind, currency=amount.currency, reference_id=reference_id, description=description)


async def give(
    db: UnitOfWork,
    *,
    kind: Literal["reward", "insurance"],
    reference_id: UUID,
    user_id: UUID,
    amount: Money,
    description: str = "",
) -> UUID:
    """Gives a user a prize or an insurance's payout from the platform's revenue, once for what it is for.

    Returns the transfer's id. Opens accounts in a currency that is new to the user. Raises AmountNotPositive,
    BalanceTooLarge.
    """
    check_positive(amount)
    await open_accounts(db, user_id=user_id, currency=amount.currency)
    await lock(db, [user_id])
    if (known := await posted(db, kind, reference_id)) is not None:
        return known
    legs = [Leg(None, "revenue", -amount.minor), Leg(user_id, "available", amount.minor)]
    return await post(db, legs, kind=kind, currency=amount.currency, reference_id=reference_id, description=description)
