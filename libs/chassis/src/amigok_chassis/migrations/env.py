"""Alembic's environment for every service: the connection comes from `process.upgrade`, the tables from the service."""

from typing import Any

from alembic import context
from sqlalchemy import MetaData

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
from amigok_chassis.service import Service
from amigok_chassis.tables import CONVENTION, metadata

service: Service = context.config.attributes["service"]
assert service.metadata is not None
tables = MetaData(naming_convention=CONVENTION)
for table in (*metadata.tables.values(), *service.metadata.tables.values()):
    table.to_metadata(tables)


def _ours(_: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    """Tables of extensions (PostGIS) are not ours to compare."""
    return not (kind == "table" and reflected and compare_to is None and name == "spatial_ref_sys")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables,
    include_object=_ours,
    compare_server_default=False,
)
context.run_migrations()
