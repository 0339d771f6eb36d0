"""Each service reaches its own database and no other."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from amigok.databases import Database, create, fetch_values, url_of
from amigok.servers import start_servers


@pytest.fixture
def superuser(tmp_path: Path) -> Iterator[str]:
    with start_servers(tmp_path / "state", durable=False, only=["postgres"]) as servers:
        yield servers.postgres


def test_a_service_reaches_its_own_database_only(superuser: str) -> None:
    farm = Database(name="farm", password="f'1", extensions=("postgis",))
    wallet = Database(name="wallet", password="w/2")
    for _ in range(2):
        create(superuser, [farm, wallet])

    async def login(database: str, one: Database) -> str:
        connection = await asyncpg.connect(url_of(superuser, database, user=one.name, password=one.password))
        try:
            return str(await connection.fetchval("select current_database()"))
        finally:
            await connection.close()

    assert asyncio.run(login("wallet", wallet)) == "wallet"
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        asyncio.run(login("wallet", farm))
    assert fetch_values(superuser, {"farm": "select postgis_lib_version() is not null"}) == {"farm": True}
