"""Data to measure with: users with money, animals for sale. Inserted in bulk, and the ledger still proves itself."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import asyncpg

from amigok import databases
from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.process import upgrade
from amigok_chassis.service import Service
from wallet.accounts.models import account_id

USERS = 1_000
LISTINGS = 2_000
BALANCE = 10_000_000
CURRENCY = "USD"
BREEDS = ("Dorper", "Merino", "Suffolk", "Texel", "Lacaune")


def numbered(number: int) -> UUID:
    """The id that pgbench's script, too, makes of a number."""
    return UUID(int=number)


async def create_database(server: str, name: str) -> None:
    """Makes an empty database."""
    connection = await asyncpg.connect(server)
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()


async def database_of(service: Service, server: str, name: str) -> str:
    """Makes a database with the extensions and tables of a service. Returns its URL."""
    await create_database(server, name)
    url = databases.url_of(server, name)
    connection = await asyncpg.connect(url)
    for extension in service.extensions:
        await connection.execute(f'CREATE EXTENSION IF NOT EXISTS "{extension}"')
    await connection.close()
    await upgrade(service, url)
    return url


async def accounts(url: str, users: Sequence[UUID], ids: Sequence[UUID] = ()) -> None:
    """Gives each user the accounts of a wallet and a balance, credited from outside."""
    connection = await asyncpg.connect(url)
    available = ids or [account_id(user, "available", CURRENCY) for user in users]
    transfers = [new_id() for _ in users]
    now = clock.now()
    async with connection.transaction():
        await connection.execute(
            "INSERT INTO accounts (id, owner_id, kind, currency, balance, created_at, posted_at) "
            "SELECT unnest($1::uuid[]), unnest($2::uuid[]), 'available', $3, $4, $5, $5",
            available,
            users,
            CURRENCY,
            BALANCE,
            now,
        )
        await connection.execute(
            "INSERT INTO accounts (id, owner_id, kind, currency, balance, created_at) "
            "SELECT unnest($1::uuid[]), unnest($2::uuid[]), 'held', $3, 0, $4",
            [account_id(user, "held", CURRENCY) for user in users],
            users,
            CURRENCY,
            now,
        )
        await connection.execute(
            "INSERT INTO transfers (id, kind, currency, description, created_at) "
            "SELECT id, 'credit', $2, '', $3 FROM unnest($1::uuid[]) AS id",
            transfers,
            CURRENCY,
            now,
        )
        await connection.execute(
            "INSERT INTO entries (transfer_id, account_id, amount, balance_after, posted_at) "
            "SELECT t, a, $3::bigint, $3, $5::timestamptz FROM unnest($1::uuid[], $2::uuid[]) AS u(t, a) "
            "UNION ALL SELECT t, $4::uuid, -$3::bigint, NULL, $5 FROM unnest($1::uuid[]) AS u(t)",
            transfers,
            available,
            BALANCE,
            account_id(None, "external", CURRENCY),
            now,
        )
    await connection.close()
    await settle(url)


async def listings(url: str) -> list[UUID]:
    """Puts animals of the platform on the market; returns their ids."""
    connection = await asyncpg.connect(url)
    animals = [new_id() for _ in range(LISTINGS)]
    chance = random.Random(1)  # noqa: S311
    await connection.executemany(
        "INSERT INTO animals (id, version, details_version, farm_version, farm_name, type_name, breed_name, "
        "tag_number, sex, weight_kg, weight_version, blocks_version, photos_version, birth_version) "
        "VALUES ($1, 1, 1, 1, 'Hill Farm', 'Sheep', $2, $3, 'female', $4, 1, 0, 0, 0)",
        [(id, chance.choice(BREEDS), f"UK{at:08d}", 40 + at % 60) for at, id in enumerate(animals)],
    )
    now = clock.now()
    until = now + timedelta(days=60)
    await connection.executemany(
        "INSERT INTO listings (id, livestock_id, title, description, price, currency, fee_basis_points, state, "
        "negotiable, created_at, expires_at) "
        "VALUES ($1, $2, $3, 'Shorn in spring, vaccinated, good on grass.', $4, $5, 250, 'live', false, $6, $7)",
        [(new_id(), id, f"Ewe {at}", 20_000 + at, CURRENCY, now, until) for at, id in enumerate(animals)],
    )
    await connection.close()
    await settle(url)
    return animals


async def settle(url: str) -> None:
    """Statistics and a checkpoint now, so that neither happens in the middle of a round."""
    connection = await asyncpg.connect(url)
    await connection.execute("VACUUM ANALYZE")
    await connection.execute("CHECKPOINT")
    await connection.close()
