"""What was in the ledger before goes on after a migration."""

from typing import Any
from uuid import UUID

import asyncpg
from alembic import command
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from amigok_chassis import testing, testing_databases
from amigok_chassis.ids import new_id
from amigok_chassis.process import alembic_config, upgrade
from amigok_contracts.marketplace import OrderCancelled
from wallet.main import service
from wallet.models import account_id

BEFORE = """
    INSERT INTO accounts (id, owner_id, kind, currency, balance, created_at) VALUES
        ('{available}', '{user}', 'available', 'USD', 300, now()), ('{held}', '{user}', 'held', 'USD', 700, now());
    INSERT INTO transfers (id, kind, currency, reference_id, description, created_at) VALUES
        ('{credit}', 'credit', 'USD', NULL, '', now()), ('{hold}', 'hold', 'USD', '{order}', '', now());
    INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at) VALUES
        ('{credit}', '{external}', -1000, NULL, now()), ('{credit}', '{available}', 1000, 1000, now() - interval '1 s'),
        ('{hold}', '{available}', -700, 300, now()), ('{hold}', '{held}', 700, 700, now());
    INSERT INTO holds (id, order_id, user_id, currency, amount, captured, state, expires_at, created_at) VALUES
        ('{hold}', '{order}', '{user}', 'USD', 700, 0, 'placed', now() + interval '7 days', now());
"""


async def migrated_to(revision: str, url: str) -> None:
    """Brings an empty database to an older state of the wallet's."""
    engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1))

    def run(connection: Connection) -> None:
        config = alembic_config(service)
        config.attributes["connection"] = connection
        command.upgrade(config, revision)

    async with engine.begin() as connection:
        await connection.run_sync(run)
    await engine.dispose()


async def before(url: str, user: UUID, order: UUID) -> None:
    """A wallet of the time when holds were for orders only."""
    connection = await asyncpg.connect(url)
    await connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    await migrated_to("wallet_0003", url)
    accounts = {kind: account_id(user, kind, "USD") for kind in ("available", "held")}
    platform = {"external": account_id(None, "external", "USD")}
    ids = {"user": user, "order": order, "credit": new_id(), "hold": new_id()}
    await connection.execute(BEFORE.format(**ids, **accounts, **platform))
    await connection.close()


async def test_an_order_that_was_held_before_holds_had_purposes_ends_as_any_other(bank_of: Any) -> None:
    user, order, nothing = new_id(), new_id(), new_id()
    async with testing_databases.database(service) as url:
        await before(url, user, order)
        await upgrade(service, url)
        async with testing.running(service, database_url=url) as rig:
            bank = bank_of(rig)
            (hold,) = (await bank.get(user))["holds"]
            assert (hold["purpose"], hold["reference_id"]) == ("order", str(order))
            price = {"amount": "7.00", "currency": "USD"}
            cancelled = {"order_id": order, "listing_id": nothing, "livestock_id": nothing, "buyer_id": user}
            await rig.deliver(OrderCancelled.model_validate({**cancelled, "price": price, "reason": "late"}))
            assert await bank.balance(user) == ("10.00", "0.00")
            await bank.prove()


FORMER = """
    INSERT INTO holds (id, order_id, user_id, currency, amount, captured, state, expires_at, created_at)
    VALUES ($1, $2, $3, 'USD', 100, 0, 'placed', now() + interval '7 days', now())
    ON CONFLICT (order_id) DO NOTHING RETURNING id
"""


async def test_code_that_knew_only_orders_goes_on_beside_that_which_knows_purposes(rig: testing.Rig, bank: Any) -> None:
    """While a deployment is under way both run."""
    anna = await bank.user("100.00")
    order = bank.order(anna, "40.00")
    await rig.deliver(order.placed())
    assert await rig.db.fetch(FORMER, new_id(), order.id, anna) == []
    (held,) = await rig.db.fetch("SELECT state FROM holds WHERE order_id = $1", order.id)
    assert held["state"] == "placed"
    by_former_code = new_id()
    assert await rig.db.fetch(FORMER, new_id(), by_former_code, anna) != []
    assert {hold["reference_id"] for hold in (await bank.get(anna))["holds"]} == {str(order.id), str(by_former_code)}
