"""What a service has forgotten is found in the outboxes of others, in the order in which it happened anywhere."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from amigok import fleet, replays
from amigok.databases import Database, create, url_of
from amigok.errors import Failure
from amigok.forgotten import Forgotten, queues
from amigok.servers import start_servers
from amigok_chassis.inbox import inbox
from amigok_chassis.outbox import outbox
from amigok_chassis.service import Service
from amigok_contracts import producer

TABLES = "; ".join(str(CreateTable(table).compile(dialect=postgresql.dialect())) for table in (outbox, inbox))
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with start_servers(tmp_path_factory.mktemp("run") / "state", durable=False, only=["postgres"]) as servers:
        create(servers.postgres, [Database(name=name, password="p") for name in fleet.SERVICES if name != "portal"])
        yield servers.postgres


@pytest.fixture
def superuser(server: str) -> str:
    for name in fleet.SERVICES:
        if name != "portal":
            run(server, name, f"DROP TABLE IF EXISTS outbox, inbox; {TABLES}")
    return server


def run(server: str, database: str, sql: str, *arguments: Any) -> None:
    async def execute() -> None:
        connection = await asyncpg.connect(url_of(server, database))
        try:
            await connection.execute(sql, *arguments)
        finally:
            await connection.close()

    asyncio.run(execute())


def said(server: str, type: str, minute: int, *, published: bool = True) -> UUID:
    """An event that its service published so many minutes after noon."""
    event_id, at = uuid4(), NOON + timedelta(minutes=minute)
    sql = (
        "INSERT INTO outbox (id, bucket, type, version, subject, data, traceparent, correlation_id, causation_id,"
        " occurred_at, published_at) VALUES ($1, 0, $2, 1, 's', '{}', '', '', '', $3, $4)"
    )
    run(server, type.partition(".")[0], sql, event_id, type, at, at if published else None)
    return event_id


def knows(server: str, queue: str, event_id: UUID, minute: int = 0) -> None:
    sql = "INSERT INTO inbox VALUES ($1, $2, $3)"
    run(server, queue.partition(".")[0], sql, queue, event_id, NOON + timedelta(minutes=minute))


def forgotten(server: str, name: str = "wallet") -> list[UUID]:
    async def read() -> list[UUID]:
        async with Forgotten(server, name) as found:
            return [row["id"] async for row in found.rows()]

    return asyncio.run(read())


def gaps(server: str) -> list[str]:
    async def read() -> list[str]:
        async with Forgotten(server, "wallet") as found:
            return [gap.service for gap in await found.gaps()]

    return asyncio.run(read())


def test_events_of_several_services_come_in_the_order_in_which_they_happened(superuser: str) -> None:
    order = said(superuser, "marketplace.order.hold_requested", 3)
    deposit = said(superuser, "payment.payment.completed", 2)
    fulfilled = said(superuser, "marketplace.order.fulfilled", 4)
    user = said(superuser, "identity.user.email_verified", 1)
    refund = said(superuser, "payment.refund.requested", 5)
    assert forgotten(superuser) == [user, deposit, order, fulfilled, refund]


def test_what_one_service_said_stays_in_its_order_whatever_its_clock_showed(superuser: str) -> None:
    first = said(superuser, "payment.payment.completed", 9)
    second = said(superuser, "payment.refund.requested", 8)
    assert forgotten(superuser) == [first, second]


def test_what_is_known_or_of_no_interest_or_still_on_its_way_is_left_out(superuser: str) -> None:
    known, new = (said(superuser, "payment.payment.completed", minute) for minute in (1, 2))
    knows(superuser, "wallet.payments", known)
    knows(superuser, "farm.disputes", new)
    said(superuser, "marketplace.listing.published", 3)
    said(superuser, "identity.user.email_verified", 4, published=False)
    assert forgotten(superuser) == [new]


def test_nothing_is_changed_and_a_service_that_hears_nothing_is_refused(superuser: str) -> None:
    said(superuser, "payment.payment.completed", 1)
    assert forgotten(superuser) == forgotten(superuser)
    with pytest.raises(Failure, match="portal consumes no events"):
        forgotten(superuser, "portal")


def test_an_operator_is_told_where_events_are_deleted_that_may_be_missing(superuser: str) -> None:
    knows(superuser, "wallet.payments", uuid4(), minute=10)
    for type, kept in (("payment.books.stated", 5), ("marketplace.books.stated", 30)):
        said(superuser, type, 0)
        said(superuser, type, kept)
        run(superuser, type.partition(".")[0], "DELETE FROM outbox WHERE position = 1")
    said(superuser, "identity.user.email_verified", 40)
    assert gaps(superuser) == ["marketplace"]
    text = io.StringIO()
    warnings: list[str] = []
    asyncio.run(replays.write(superuser, "wallet", text, say=warnings.append))
    expected = "marketplace no longer has its events from between 2026-11-30 12:10 and 2026-11-30 12:30 UTC"
    assert warnings == [f"beware: {expected}"]
    sources = " ".join(json.loads(line)["source"] for line in text.getvalue().splitlines())
    assert sources == "payment marketplace identity"


@pytest.mark.parametrize("service", [each for each in map(fleet.load, fleet.SERVICES) if each.consumes])
def test_whose_events_are_read_follows_from_what_a_service_consumes(service: Service) -> None:
    handled = {handler.event for handlers in service.consumes.values() for handler in handlers}
    assert set(queues(service)) == {event.type for event in handled}
    assert {producer(event) for event in handled} <= {*fleet.SERVICES}
