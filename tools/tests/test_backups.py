"""A database is dumped and put back whole, with its extensions and its role, and what was there stays."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import MetaData

from amigok import backups, postgres_clients
from amigok.databases import Database, create, url_of
from amigok.errors import Failure
from amigok.servers import Servers, start_servers
from amigok_chassis.service import Service

FARM = Service(name="farm", metadata=MetaData(), extensions=("postgis",))
SCHEMA = """
CREATE EXTENSION pg_trgm;
CREATE TABLE outbox (position bigint GENERATED ALWAYS AS IDENTITY, said text);
CREATE TABLE farms (name text, place geography(Point, 4326));
CREATE INDEX farms_name ON farms USING gin (name gin_trgm_ops);
INSERT INTO farms VALUES ('Karoo Hill', 'POINT(22.45 -32.25)');
INSERT INTO outbox (said) SELECT 'x' FROM generate_series(1, 7);
"""


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    with start_servers(tmp_path_factory.mktemp("run") / "state", durable=False, only=["postgres"]) as servers:
        yield servers


@pytest.fixture
def farm(servers: Servers) -> Iterator[str]:
    """The URL of the farm's database, for its own login."""
    password = servers.state.secret("database:farm")
    servers.state.save()
    create(servers.postgres, [Database(name="farm", password=password, extensions=FARM.extensions)])
    url = url_of(servers.postgres, "farm", user="farm", password=password)
    run(url, SCHEMA)
    yield url
    for name in databases(servers):
        run(servers.postgres, f'DROP DATABASE "{name}" WITH (FORCE)')


def run(url: str, sql: str) -> Any:
    async def execute() -> Any:
        connection = await asyncpg.connect(url)
        try:
            return await connection.fetchval(sql) if sql.startswith("SELECT") else await connection.execute(sql)
        finally:
            await connection.close()

    return asyncio.run(execute())


def databases(servers: Servers) -> list[str]:
    names = run(servers.postgres, "SELECT array_agg(datname ORDER BY datname) FROM pg_database WHERE datname ~ 'farm'")
    return [str(name) for name in names or []]


def test_a_dump_takes_the_place_of_the_database_which_stays_under_another_name(
    servers: Servers, farm: str, tmp_path: Path
) -> None:
    file = backups.dump(servers.postgres, "farm", tmp_path / "dumps")
    assert file.stat().st_mode & 0o077 == 0
    run(farm, "INSERT INTO farms VALUES ('Later', NULL)")
    former = backups.restore(servers.postgres, FARM, backups.read(file, FARM.name))
    assert databases(servers) == ["farm", former]
    assert run(farm, "SELECT string_agg(name || round(ST_X(place::geometry)), ' ') FROM farms") == "Karoo Hill22"
    assert run(url_of(servers.postgres, former), "SELECT count(*) FROM farms") == 2
    run(farm, "ALTER TABLE farms ADD acres int")  # the tables are the role's own


def test_events_that_come_after_a_restore_have_higher_numbers_than_any_before(
    servers: Servers, farm: str, tmp_path: Path
) -> None:
    file = backups.dump(servers.postgres, "farm", tmp_path)
    run(farm, "INSERT INTO outbox (said) SELECT 'lost' FROM generate_series(1, 1000)")
    backups.restore(servers.postgres, FARM, backups.read(file, FARM.name))
    run(farm, "INSERT INTO outbox (said) VALUES ('new')")
    assert run(farm, "SELECT max(position) FROM outbox") == 7 + backups.AHEAD + 1


def test_what_is_no_dump_of_the_service_changes_nothing(servers: Servers, farm: str, tmp_path: Path) -> None:
    file = backups.dump(servers.postgres, "farm", tmp_path)
    wallet, torn = Service(name="wallet", metadata=MetaData()), tmp_path / "torn.dump"
    torn.write_bytes(file.read_bytes()[:-30])
    (tmp_path / "text").write_text("hello")
    for service, path, message in (
        (wallet, file, "holds nothing of wallet"),
        (FARM, tmp_path / "text", "cannot be read"),
        (FARM, torn, "failed"),
    ):
        with pytest.raises(Failure, match=message):
            backups.restore(servers.postgres, service, backups.read(path, service.name))
    assert run(farm, "SELECT count(*) FROM farms") == 1


def psql(servers: Servers, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("amigok")
    return subprocess.run(
        [program, "psql", *arguments, "--state", servers.state.folder], capture_output=True, text=True, check=False
    )


def test_an_operator_reads_a_database_and_writes_only_when_that_was_asked_for(servers: Servers, farm: str) -> None:
    read = psql(servers, "farm", "-At", "-c", "SELECT current_user || count(*) FROM farms")
    assert read.stdout == "farm1\n"
    refused = psql(servers, "farm", "-c", "DELETE FROM farms")
    assert (refused.returncode, "read-only transaction" in refused.stderr) == (1, True)
    log = servers.state.log("operator")
    assert not log.exists()
    assert psql(servers, "farm", "--write", "-c", "DELETE FROM farms").stdout == "DELETE 1\n"
    assert '"database.opened_for_writing"' in log.read_text()


def test_a_service_without_a_database_cannot_be_opened(servers: Servers) -> None:
    done = psql(servers, "portal")
    assert done.returncode == 1
    assert "there is no database of 'portal'" in done.stderr


def test_a_password_is_never_an_argument_that_others_on_the_machine_could_see() -> None:
    arguments, environment = postgres_clients.arguments("postgresql://farm:s%2F3@127.0.0.1:5432/farm?sslmode=require")
    assert arguments == ["--dbname=postgresql://farm@127.0.0.1:5432/farm?sslmode=require"]
    assert environment == {**os.environ, "PGPASSWORD": "s/3"}
