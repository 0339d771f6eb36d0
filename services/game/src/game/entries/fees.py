"""Asks the wallet for the fees of entries. Their contest is locked."""

from datetime import datetime, timedelta

from amigok_chassis import clock
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.assurance import Assurance
from amigok_contracts.game_contests import (
    EntryCaptureRequested,
    EntryHoldRequested,
    EntryRefundRequested,
    EntryReleaseRequested,
)
from amigok_contracts.money_requests import Share
from game.entries.models import Entry

FEE = "entry"
"""What the platform earns by entries is told apart from its other revenue by this kind."""

_GRACE = timedelta(days=7)
"""As long after the start of a contest a fee stays held, should its start be late."""


def ask(db: UnitOfWork, entry: Entry, *, title: str, starts_at: datetime, assurance: Assurance | None) -> None:
    """Asks for the fee of a new entry to be set aside, if there is one."""
    if entry.money is not None:
        emit(
            db,
            EntryHoldRequested(
                reference_id=entry.id,
                contest_id=entry.contest_id,
                payer_id=entry.owner_id,
                amount=entry.money,
                description=title[:200],
                expires_at=starts_at + _GRACE,
                assurance=assurance,
            ),
        )


def capture(db: UnitOfWork, entry: Entry) -> None:
    """Takes the fee: the contest has started."""
    if entry.money is not None and entry.move_fee("capture", now=clock.now()):
        shares = (Share(amount=entry.money, fee=FEE),)
        about = {"reference_id": entry.id, "contest_id": entry.contest_id, "payer_id": entry.owner_id}
        emit(db, EntryCaptureRequested(shares=shares, **about))


def give_back(db: UnitOfWork, entry: Entry, reason: str) -> None:
    """Releases what is held or asked for, and pays back what was taken. What is being taken is paid back later."""
    if entry.move_fee("release", now=clock.now()):
        about = {"reference_id": entry.id, "contest_id": entry.contest_id, "payer_id": entry.owner_id}
        emit(db, EntryReleaseRequested(reason=reason, **about))
    elif entry.money is not None and entry.move_fee("refund", now=clock.now()):
        emit(
            db,
            EntryRefundRequested(
                reference_id=entry.id,
                contest_id=entry.contest_id,
                payee_id=entry.owner_id,
                amount=entry.money,
                description="Entry fee of a contest that was cancelled",
            ),
        )
