"""Rewards that other services ask for."""

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.money_requests import RewardRequest
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import wallet_of
from wallet.rewards import service
from wallet.vocabulary import on_every


@on_every(RewardRequest, locks=[ACCOUNTS.by(lambda request: wallet_of(request.payee_id, request.amount.currency))])
async def reward(db: UnitOfWork, request: RewardRequest) -> None:
    await service.pay(db, request)
