"""`amigok analytics replay`: archived events for one queue."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import aio_pika
import pytest
from test_broker import administrator, cow, place
from typer.testing import CliRunner

from amigok import archived
from amigok.broker import Broker
from amigok.cli import app
from amigok.errors import Failure
from amigok_chassis.service import Service
from amigok_contracts import Event
from amigok_contracts.wallet import HoldPlaced, HoldReleased

__all__ = ["cow", "place"]


def line(kind: type[Event], *, ago: timedelta = timedelta(hours=1)) -> str:
    event = {"event_id": str(uuid4()), "type": kind.type, "major": 1, "source": "wallet", "subject": "7"}
    at = datetime.now(UTC) - ago
    return json.dumps({**event, "occurred_at": str(at), "correlation_id": "", "causation_id": "", "data": "{}"})


async def test_a_consumer_is_sent_what_it_subscribes_to_and_nothing_that_it_may_have_forgotten(
    place: Broker, cow: Service
) -> None:
    queue = f"{cow.name}.holds"
    lines = [line(HoldReleased), line(HoldPlaced), line(HoldPlaced, ago=timedelta(days=60))]
    wanted = {(HoldPlaced.type, 1)}
    assert await archived.send(administrator(place), queue, lines, wanted=wanted) == (1, 1)
    assert await archived.send(administrator(place), queue, lines, wanted=wanted, force=True) == (2, 0)
    async with await aio_pika.connect(administrator(place)) as connection:
        source = await (await connection.channel()).get_queue(queue)
        message = await source.get()
    assert message is not None
    sent = json.loads(lines[1])
    assert (message.routing_key, message.message_id, message.body) == (queue, sent["event_id"], b"{}")
    assert message.headers["cloudEvents_type"] == HoldPlaced.type


def test_only_queues_of_subscriptions_are_replayed() -> None:
    assert ("farm.livestock.registered", 1) in archived.events_of("feed.animals")
    for queue in ("feed.cows", "stream.readings", "analytics.events"):
        with pytest.raises(Failure):
            archived.events_of(queue)


def test_a_fleet_that_never_was_up_has_no_archive(tmp_path: Path) -> None:
    for command in (["rebuild"], ["replay", "feed.animals", "--from", "2026-11-01", "--to", "2026-11-02"]):
        done = CliRunner().invoke(app, ["analytics", *command, "--state", str(tmp_path)])
        assert (done.exit_code, "never up" in done.output) == (1, True)
