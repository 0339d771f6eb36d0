"""Exits as their owner sees them."""

from uuid import UUID

from sqlalchemy import select

from amigok_chassis import clock
from amigok_chassis.money import CURRENCIES
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.accounts.models import AVAILABLE, Account
from wallet.exits import stops
from wallet.exits.models import ExitRecord
from wallet.exits.rules import limits
from wallet.exits.schemas import ExitLimits, ExitsOut, StopOut, UnusualExit
from wallet.exits.totals import hour, shifted
from wallet.settings import Settings

NEWEST = 20


async def exits(db: UnitOfWork, *, user_id: UUID) -> ExitsOut:
    """All of it."""
    stopped = await stops.current(db, user_id)
    unusual = select(ExitRecord).where(ExitRecord.user_id == user_id, ExitRecord.is_unusual)
    found = await db.scalars(unusual.order_by(ExitRecord.at.desc()).limit(NEWEST))
    used = await _used(db, user_id)
    return ExitsOut(
        limits=[_limits(db.settings(Settings), currency, used.get(currency, 0)) for currency in CURRENCIES],
        stopped=StopOut(since=stopped.since, until=stopped.until) if stopped else None,
        unusual=[_unusual(record) for record in found],
    )


async def _used(db: UnitOfWork, user_id: UUID) -> dict[str, int]:
    now = hour(clock.now())
    own = select(Account).where(Account.owner_id == user_id, Account.kind == AVAILABLE)
    return {account.currency: sum(shifted(account.exits, account.exits_hour, now)) for account in await db.scalars(own)}


def _limits(settings: Settings, currency: str, used: int) -> ExitLimits:
    own = limits(settings, currency)
    minor = {
        "daily": own.daily,
        "used": used,
        "left": max(own.daily - used, 0),
        "cautious_daily": own.cautious_daily,
        "small": own.small,
        "new_recipient": own.new_recipient,
        "small_daily": own.small_daily,
    }
    return ExitLimits.model_validate({name: Money.of_minor(amount, currency) for name, amount in minor.items()})


def _unusual(record: ExitRecord) -> UnusualExit:
    return UnusualExit.model_validate(
        {
            "purpose": record.purpose,
            "reference_id": record.reference_id,
            "amount": record.money,
            "state": record.state,
            "reason": record.reason,
            "signs": record.signs,
            "at": record.at,
        }
    )
