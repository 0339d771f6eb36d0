"""Migrations and models say the same of every service's database."""

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import configure_mappers

from amigok.fleet import SERVICES, load
from amigok_chassis import (  # noqa: F401  they declare tables
    audit,
    books,
    files,
    idempotency,
    inbox,
    keyring,
    outbox,
    proposals,
    scheduler,
    standing,
)
from amigok_chassis.tables import CONVENTION, metadata
from amigok_chassis.testing_databases import database


@pytest.mark.parametrize("name", [name for name in SERVICES if load(name).database])
async def test_a_migrated_database_is_what_the_models_say(name: str) -> None:
    service = load(name)
    wanted = MetaData(naming_convention=CONVENTION)
    for table in (*metadata.tables.values(), *(service.metadata or metadata).tables.values()):
        table.to_metadata(wanted)

    def compare(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"include_object": _ours, "compare_type": True})
        return list(compare_metadata(context, wanted))

    async with database(service) as url:
        engine = create_async_engine(url.replace("postgresql://", "postgresql+asyncpg://", 1))
        async with engine.connect() as connection:
            differences = await connection.run_sync(compare)
        await engine.dispose()
    assert differences == []


def _ours(_: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    return not (kind == "table" and reflected and compare_to is None and name == "spatial_ref_sys")


def test_the_tables_of_all_services_can_be_read_together() -> None:
    """Relations name classes, which each service has to tell apart once all of its nouns are loaded."""
    assert [load(name).name for name in SERVICES] == list(SERVICES)
    configure_mappers()
