"""A service to measure the chassis with: the wallet's tables, and one subscription that does one update."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import text

from amigok_chassis.ids import new_id
from amigok_chassis.service import Noun, Service, on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.wallet import TransferCompleted
from bench.seeds import USERS, numbered
from wallet.main import service as wallet

SUBSCRIPTION = "bench"

_UPDATE = text("UPDATE accounts SET balance = balance + 1 WHERE id = :id")

handled: list[Callable[[TransferCompleted], None]] = []
"""Who wants to know that an event was handled."""


@on(TransferCompleted)
async def transfer_completed(db: UnitOfWork, event: TransferCompleted) -> None:
    await db.execute(_UPDATE, {"id": event.recipient_id})
    for tell in handled:
        tell(event)


service = Service(name="wallet", nouns=[Noun(consumes={SUBSCRIPTION: [transfer_completed]})], metadata=wallet.metadata)
"""Named after the wallet, for these are its migrations; its queue is `wallet.bench`."""

QUEUE = service.queue(SUBSCRIPTION)


def example(number: int) -> TransferCompleted:
    """An event like those of the wallet, of an aggregate of its own; the handler updates account `number`."""
    recipient = numbered(1 + number % USERS)
    return TransferCompleted(
        transfer_id=new_id(), sender_id=numbered(1), recipient_id=recipient, amount=Money.of_minor(100, "USD")
    )
