"""Handles events once: claims them in the inbox and runs their handlers, all in one transaction."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from uuid import UUID

from aio_pika.abc import HeadersType
from sqlalchemy import Column, DateTime, Index, Table, Text, Uuid, text

from amigok_chassis import clock, tracing
from amigok_chassis.db import Database
from amigok_chassis.needs import Needed, read_ahead, take_locks
from amigok_chassis.ordering import waves
from amigok_chassis.outbox import causation_id, correlation_id, emitted_at
from amigok_chassis.service import Handler
from amigok_chassis.tables import metadata
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event, event_class, parse, routing_key
from amigok_contracts.base import versions_of

inbox = Table(
    "inbox",
    metadata,
    Column("consumer", Text, primary_key=True),
    Column("event_id", Uuid, primary_key=True),
    Column("received_at", DateTime(timezone=True), nullable=False),
)
Index("inbox_received_at_idx", inbox.c.received_at)

_CLAIM = text("""
INSERT INTO inbox (consumer, event_id, received_at)
SELECT :consumer, id, :now FROM unnest(CAST(:ids AS uuid[])) AS id
ON CONFLICT DO NOTHING RETURNING event_id
""")


class Retry(Exception):
    """Deliver this event again after at least `seconds`; the delay grows with each attempt."""

    def __init__(self, reason: str, *, seconds: float = 1) -> None:
        super().__init__(reason)
        self.seconds = seconds


class Reject(Exception):
    """Never deliver this event again: it becomes a dead letter with this reason."""


class Delivery:
    """One message as the handlers see it, each in the version that it handles, as if it had a queue of its own.

    Raises `Reject` when it is no event of these contracts, or none of these handlers takes it.
    """

    def __init__(self, headers: HeadersType, body: bytes, handlers: Sequence[Handler]) -> None:
        try:
            self.id = UUID(str(headers["cloudEvents_id"]))
            self.type = str(headers["cloudEvents_type"])
            version = int(str(headers["cloudEvents_dataversion"]))
            sent = event_class(self.type, version)
            self.key = routing_key(sent)
            takers = [h for h in handlers if h.event.type == self.type and sent in versions_of(h.event)]
            lifted = {kind: parse(self.type, version, body, wanted=kind) for kind in {each.event for each in takers}}
            if not lifted:
                raise LookupError(f"no handler of {self.key}")
        except (KeyError, LookupError, ValueError) as error:
            raise Reject(f"not an event of this subscription: {error!r}"[:500]) from error
        self.wanted = [(each, lifted[each.event]) for each in takers if each.wants(lifted[each.event])]
        """The handlers that it is for, each with the event."""

        first = next((at for at, (handler, _) in enumerate(self.wanted) if handler.together), 0)
        self.before, self.after = self.wanted[:first], [pair for pair in self.wanted[first:] if not pair[0].together]

        self.subject = str(headers.get("cloudEvents_subject") or self.id)
        self.correlation_id = str(headers.get("cloudEvents_correlationid") or self.id)
        self.traceparent = str(headers.get("traceparent") or "")
        self.emitted_at = _moment(str(headers.get("cloudEvents_time") or ""))

    @property
    def locks(self) -> list[Needed]:
        """The locks that its handlers need, each with the event that names the keys."""
        return [(need, event) for handler, event in self.wanted for need in handler.locks]

    @property
    def ahead(self) -> list[Needed]:
        """What its handlers read ahead, each with the event that names the keys."""
        return [(need, event) for handler, event in self.wanted for need in handler.ahead]

    @contextmanager
    def as_cause(self) -> Iterator[None]:
        """Events that are emitted meanwhile carry its ids as their cause."""
        correlated, caused = correlation_id.set(self.correlation_id), causation_id.set(str(self.id))
        emitted = emitted_at.set(self.emitted_at)
        try:
            with tracing.handling(self.traceparent, f"handle {self.type}"):
                yield
        finally:
            emitted_at.reset(emitted)
            causation_id.reset(caused)
            correlation_id.reset(correlated)

    async def handle(self, db: UnitOfWork, pairs: Sequence[tuple[Handler, Event]]) -> None:
        """Runs handlers that take one event at a time: those of `before`, or of `after`."""
        if pairs:
            with self.as_cause():
                for handler, event in pairs:
                    await handler.run(db, event)


async def claim(db: UnitOfWork, consumer: str, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these events the consumer has not taken before. From now on it has, if the transaction commits."""
    return set((await db.execute(_CLAIM, {"consumer": consumer, "now": clock.now(), "ids": ids})).scalars())


def _moment(text: str) -> datetime | None:
    """A time with a zone, as the relay writes it; None for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


async def deliver(db: Database, consumer: str, deliveries: Sequence[Delivery]) -> int:
    """Handles events that this consumer has not handled before, in one transaction. Returns how many were new."""
    async with db.unit_of_work() as session:
        fresh = await claim(session, consumer, [each.id for each in deliveries])
        new = [each for id, each in {each.id: each for each in deliveries}.items() if id in fresh]
        locks = [each.locks for each in new]
        await take_locks(session, chain.from_iterable(locks))
        if len(new) > 1:
            await read_ahead(session, [need for each in new for need in each.ahead], locks)
        for wave in waves(new, lambda each: each.subject):
            for delivery in wave:
                await delivery.handle(session, delivery.before)
            await _handle_together(session, wave)
            for delivery in wave:
                await delivery.handle(session, delivery.after)
    return len(new)


async def _handle_together(db: UnitOfWork, wave: Sequence[Delivery]) -> None:
    """Runs the handlers that take many events, each once, as a part of the trace of the first of its events."""
    taken: dict[Handler, list[tuple[Delivery, Event]]] = {}
    for delivery in wave:
        for handler, event in delivery.wanted:
            if handler.together:
                taken.setdefault(handler, []).append((delivery, event))
    for handler, pairs in taken.items():
        with pairs[0][0].as_cause():
            await handler.run(db, [event for _, event in pairs])
