"""Everybody who has proved an address gets a wallet."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.identity import UserEmailVerified
from wallet.accounts.locks import ACCOUNTS
from wallet.accounts.service import open_accounts, wallet_of

FIRST_CURRENCY = "USD"
"""What every wallet begins with; others are opened by the first money in them."""


@on(UserEmailVerified, locks=[ACCOUNTS.by(lambda event: wallet_of(event.user_id, FIRST_CURRENCY))])
async def user_email_verified(db: UnitOfWork, event: UserEmailVerified) -> None:
    await open_accounts(db, user_id=event.user_id, currency=FIRST_CURRENCY)
