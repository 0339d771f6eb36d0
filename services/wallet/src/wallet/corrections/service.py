"""Changes the ledger as two administrators want it, once for each proposal."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import audit, standing
from amigok_chassis.outbox import emit
from amigok_chassis.proposals import Kind, ProposalOut, propose
from amigok_chassis.standing.service import AccountInactive
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import AccountCorrected, AccountCredited
from wallet.accounts.errors import BalanceTooLarge, InsufficientFunds, WalletMissing
from wallet.accounts.models import AVAILABLE, Account, account_id
from wallet.accounts.service import check_positive, check_wallet, lock, open_accounts
from wallet.corrections.errors import TransferNotFound
from wallet.corrections.schemas import CorrectionIn, CreditIn
from wallet.ledger.models import Entry
from wallet.ledger.posting import Leg
from wallet.ledger.service import post


async def propose_credit(db: UnitOfWork, wish: CreditIn, *, by: UUID) -> ProposalOut:
    """Keeps the wish for another administrator.

    Raises AmountNotPositive, WalletMissing, AccountInactive, OwnBehalf, NotEntitled.
    """
    check_positive(wish.amount)
    await check_wallet(db, wish.user_id)
    await standing.require_active(db, wish.user_id)
    return await propose(db, CREDIT, wish, subject_id=wish.user_id, beneficiaries=[wish.user_id], by=by)


async def propose_correction(db: UnitOfWork, wish: CorrectionIn, *, by: UUID) -> ProposalOut:
    """Keeps the wish for another administrator.

    Raises AmountNotPositive, WalletMissing, TransferNotFound, OwnBehalf, NotEntitled.
    """
    check_positive(wish.amount)
    await check_wallet(db, wish.user_id)
    await _check_transfer(db, wish)
    return await propose(db, CORRECTION, wish, subject_id=wish.user_id, beneficiaries=[wish.user_id], by=by)


async def credit(db: UnitOfWork, wish: CreditIn, proposal_id: UUID, decided_by: UUID) -> None:
    """Puts money from outside into a user's wallet; opens accounts in a currency that is new to them.

    Raises AccountInactive, BalanceTooLarge.
    """
    await standing.require_active(db, wish.user_id)
    await open_accounts(db, user_id=wish.user_id, currency=wish.amount.currency)
    transfer_id = await _post(db, wish, wish.amount.minor, "credit", proposal_id, decided_by)
    emit(
        db,
        AccountCredited(user_id=wish.user_id, transfer_id=transfer_id, amount=wish.amount, credited_by=decided_by),
    )


async def correct(db: UnitOfWork, wish: CorrectionIn, proposal_id: UUID, decided_by: UUID) -> None:
    """Puts money into a user's wallet or takes it out. Raises InsufficientFunds, BalanceTooLarge, WalletMissing."""
    minor = wish.amount.minor if wish.direction == "credit" else -wish.amount.minor
    if wish.direction == "credit":
        await open_accounts(db, user_id=wish.user_id, currency=wish.amount.currency)
    transfer_id = await _post(db, wish, minor, "correction", proposal_id, decided_by)
    emit(
        db,
        AccountCorrected(
            user_id=wish.user_id,
            transfer_id=transfer_id,
            amount=wish.amount,
            direction=wish.direction,
            corrects=wish.corrects,
            corrected_by=decided_by,
        ),
    )


async def _post(db: UnitOfWork, wish: CreditIn, minor: int, kind: str, proposal_id: UUID, by: UUID) -> UUID:
    """Posts, and puts into the audit log what was available before and after."""
    await lock(db, [wish.user_id])
    legs = [Leg(wish.user_id, AVAILABLE, minor), Leg(None, "external", -minor)]
    transfer_id = await post(
        db,
        legs,
        kind=kind,
        currency=wish.amount.currency,
        reference_id=proposal_id,
        initiated_by=by,
        description=wish.reason,
    )
    account = account_id(wish.user_id, AVAILABLE, wish.amount.currency)
    balance = (await db.scalars(select(Account.balance).where(Account.id == account))).one() or 0
    before, after = (str(Money.of_minor(each, wish.amount.currency)) for each in (balance - minor, balance))
    audit.record(
        db,
        f"account.{'credited' if kind == 'credit' else 'corrected'}",
        subject_id=wish.user_id,
        before={"available": before},
        after={"available": after, "transfer_id": transfer_id},
    )
    return transfer_id


async def _check_transfer(db: UnitOfWork, wish: CorrectionIn) -> None:
    """Raises TransferNotFound."""
    if wish.corrects is None:
        return
    theirs = select(Entry.transfer_id).join(Account, Account.id == Entry.account_id)
    theirs = theirs.where(Entry.transfer_id == wish.corrects, Account.owner_id == wish.user_id)
    if await db.scalar(theirs.limit(1)) is None:
        raise TransferNotFound


CREDIT = Kind(
    "account.credit",
    CreditIn,
    credit,
    personal=frozenset({"reason"}),
    raises=(
        AccountInactive,
        WalletMissing,
        BalanceTooLarge,
    ),
)
CORRECTION = Kind(
    "ledger.correct",
    CorrectionIn,
    correct,
    personal=frozenset({"reason"}),
    raises=(
        WalletMissing,
        BalanceTooLarge,
        InsufficientFunds,
    ),
)
