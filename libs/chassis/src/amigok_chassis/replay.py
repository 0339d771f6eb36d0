"""Has a service handle events that it has forgotten, as after its database was restored, in the order that is given.

The broker would bring them in no particular order: an order could arrive before the deposit that pays for it. So they
come from other services' outboxes by `amigok replay`, one JSON object a line, while the service's workers are stopped.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby, islice
from typing import Any

from amigok_chassis.db import Database
from amigok_chassis.errors import is_outage
from amigok_chassis.inbox import Delivery, Reject, deliver
from amigok_chassis.outbox import body
from amigok_chassis.relay import headers
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings

USAGE = """Handles events of other services from standard input, each a row of an outbox as JSON, in this order. Those
that the service has handled before are skipped. `amigok replay SERVICE --list` writes such a file."""

BATCH = 100
SOME_FAILED = 3

Line = dict[str, Any]
"""A row of an outbox as `amigok replay --list` writes it, with the service that published it as its `source`."""


@dataclass
class Replay:
    """One pass over such lines: how many deliveries were new, how many known, and why others failed, by event."""

    service: Service
    db: Database
    handled: int = 0
    known: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    _waiting: list[tuple[str, Delivery]] = field(default_factory=list)

    async def run(self, lines: Iterable[Line]) -> None:
        """Handles events in their order. What fails is tried again after all others, as long as that helps.

        Raises what the database raises when it is not there.
        """
        for queue, batch in self._batches(lines):
            await self._handle(queue, batch)
        while self._waiting:
            again, self._waiting = self._waiting, []
            for queue, delivery in again:
                await self._handle(queue, [delivery])
            if len(self._waiting) == len(again):
                break

    def _batches(self, lines: Iterable[Line]) -> Iterator[tuple[str, list[Delivery]]]:
        """The deliveries of a queue that follow each other, up to `BATCH` at once."""
        deliveries = (one for line in lines for one in self._deliveries(line))
        for queue, run in groupby(deliveries, key=lambda one: one[0]):
            while batch := [delivery for _, delivery in islice(run, BATCH)]:
                yield queue, batch

    def _deliveries(self, line: Line) -> Iterator[tuple[str, Delivery]]:
        """The event for each queue that takes it."""
        row = line | {"occurred_at": datetime.fromisoformat(line["occurred_at"])}
        attributes, text = headers(row, source=f"/amigok/{row['source']}"), body(row).encode()
        for subscription, handlers in self.service.consumes.items():
            queue = self.service.queue(subscription)
            if any(handler.event.type == row["type"] for handler in handlers):
                try:
                    yield queue, Delivery(attributes, text, handlers)
                except Reject as error:
                    self.failed[f"{row['type']} {row['id']} in {queue}"] = repr(error)

    async def _handle(self, queue: str, batch: Sequence[Delivery]) -> None:
        """Handles a batch as a whole or, if that fails, one by one."""
        try:
            fresh = await deliver(self.db, queue, batch)
        except Exception as error:
            if is_outage(error):
                raise
            if len(batch) > 1:
                for each in batch:
                    await self._handle(queue, [each])
            else:
                self.failed[_named(queue, batch[0])] = repr(error)
                self._waiting.append((queue, batch[0]))
        else:
            self.handled += fresh
            self.known += len(batch) - fresh
            for each in batch:
                self.failed.pop(_named(queue, each), None)


def _named(queue: str, delivery: Delivery) -> str:
    return f"{delivery.type} {delivery.id} in {queue}"


async def command(service: Service, settings: Settings, source: Iterable[str]) -> int:
    """Handles the events of `source`, one JSON object a line, and prints the outcome. Exit code 3 if any failed."""
    runtime = Runtime(service, settings)
    async with runtime.idle():
        replay = Replay(service, runtime.db)
        await replay.run(map(json.loads, source))
    for event, reason in replay.failed.items():
        sys.stdout.write(f"{event}: {reason}\n")
    counts = f"{replay.handled} handled, {replay.known} known before, {len(replay.failed)} failed"
    sys.stdout.write(f"{service.name}: {counts}\n")
    return SOME_FAILED if replay.failed else 0
