"""Moves coins. Whoever calls holds the locks on the players' rows, and has seen that it is for the first time."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, text, update
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from game.coins.errors import NotEnoughCoins
from game.coins.models import MINT, SHOP, CoinAccount, CoinEntry, CoinTransfer


@dataclass(frozen=True)
class Gift:
    """Coins that a player is given. `id` is that of what they are for."""

    id: UUID
    player_id: UUID
    kind: str
    amount: int


_GIVE = text("""
WITH given AS (
    SELECT * FROM unnest(
        CAST(:ids AS uuid[]), CAST(:players AS uuid[]), CAST(:kinds AS text[]), CAST(:amounts AS bigint[])
    ) AS given (id, player_id, kind, amount)
), transfers AS (
    INSERT INTO coin_transfers (id, kind, created_at) SELECT id, kind, :now FROM given
), entries AS (
    INSERT INTO coin_entries (transfer_id, account_id, amount)
    SELECT id, player_id, amount FROM given UNION ALL SELECT id, CAST(:mint AS uuid), -amount FROM given
)
UPDATE coin_accounts AS account SET balance = account.balance + total.amount, moved_at = :now
FROM (SELECT player_id, sum(amount) AS amount FROM given GROUP BY player_id) AS total
WHERE account.owner_id = total.player_id
""")


async def open_account(db: UnitOfWork, player_id: UUID) -> None:
    """Gives a player an account. Repeating the call has no further effect."""
    row = insert(CoinAccount).values(owner_id=player_id, balance=0, moved_at=clock.now())
    await db.execute(row.on_conflict_do_nothing())


async def give(db: UnitOfWork, gifts: Sequence[Gift]) -> None:
    """Gives coins to players, in one round trip. Gifts of nothing are left out."""
    some = [gift for gift in gifts if gift.amount]
    if some:
        arguments = {
            "ids": [gift.id for gift in some],
            "players": [gift.player_id for gift in some],
            "kinds": [gift.kind for gift in some],
            "amounts": [gift.amount for gift in some],
        }
        await db.execute(_GIVE, {**arguments, "mint": MINT, "now": clock.now()})


async def spend(db: UnitOfWork, *, transfer_id: UUID, player_id: UUID, amount: int, kind: str) -> int:
    """Takes coins of a player. Returns what they have left. Raises NotEnoughCoins."""
    now = clock.now()
    mine = CoinAccount.owner_id == player_id
    taken = update(CoinAccount).where(mine, CoinAccount.balance >= amount)
    taken = taken.values(balance=CoinAccount.balance - amount, moved_at=now)
    left = await db.scalar(taken.returning(CoinAccount.balance).execution_options(synchronize_session=False))
    if left is None:
        raise NotEnoughCoins(balance=await balance(db, player_id))
    if amount:
        await db.execute(insert(CoinTransfer).values(id=transfer_id, kind=kind, created_at=now))
        entries = [{"account_id": player_id, "amount": -amount}, {"account_id": SHOP, "amount": amount}]
        await db.execute(insert(CoinEntry).values([{"transfer_id": transfer_id, **each} for each in entries]))
    return left


async def balance(db: UnitOfWork, player_id: UUID) -> int:
    """Returns how many coins a player has."""
    return await db.scalar(select(CoinAccount.balance).where(CoinAccount.owner_id == player_id)) or 0
