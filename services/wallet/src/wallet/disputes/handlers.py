"""What payment learns of disputes."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.payment import Dispute, DisputeLost, DisputeOpened, DisputeWon
from wallet.accounts.locks import ACCOUNTS
from wallet.disputes import service
from wallet.disputes.service import Chargeback


@on(DisputeOpened, locks=[ACCOUNTS.of("user_id")])
async def dispute_opened(db: UnitOfWork, event: DisputeOpened) -> None:
    await service.begin(db, _chargeback(event))


@on(DisputeWon, locks=[ACCOUNTS.of("user_id")])
async def dispute_won(db: UnitOfWork, event: DisputeWon) -> None:
    await service.win(db, _chargeback(event))


@on(DisputeLost, locks=[ACCOUNTS.of("user_id")])
async def dispute_lost(db: UnitOfWork, event: DisputeLost) -> None:
    await service.lose(db, _chargeback(event))


def _chargeback(event: Dispute) -> Chargeback:
    back = event.charged_back or event.amount
    return Chargeback(event.dispute_id, event.payment_id, event.user_id, event.amount, back, event.provider)
