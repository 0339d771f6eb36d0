"""A message of the firehose as the service keeps it."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from amigok_chassis.batches import Message
from amigok_contracts import event_class, producer, routing_key
from analytics.pseudonyms.names import PEOPLE, people_in, renamed


class Arrived(NamedTuple):
    """An event with what its publisher said of it, in the order of the columns that are copied."""

    event_id: UUID
    type: str
    major: int
    source: str
    subject: str
    occurred_at: datetime
    correlation_id: str
    causation_id: str
    data: str

    @property
    def people(self) -> set[UUID]:
        """The users whose ids are in it."""
        return {*people_in(self.data), *([UUID(self.subject)] if self._is_of_a_person else [])}

    def without_people(self, names: Mapping[UUID, UUID]) -> "Arrived":
        """The event with pseudonyms in place of users' ids."""
        subject = str(names[UUID(self.subject)]) if self._is_of_a_person else self.subject
        return self._replace(subject=subject, data=renamed(self.data, names))

    @property
    def _is_of_a_person(self) -> bool:
        return event_class(self.type, self.major).aggregate in PEOPLE


def arrived(message: Message, queue: str, longest: int) -> Arrived:
    """What a message says. Raises LookupError or ValueError for what is no event, or was published under another key.

    Raises ValueError also where it has more than `longest` bytes: the rest of them was not kept.

    Only the key is checked by the broker. It is the queue's own name where an operator sends a dead letter again.
    """
    if len(message.body) > longest:
        raise ValueError(f"a message has more than {longest} bytes")
    said = {name.removeprefix("cloudEvents_"): str(value) for name, value in message.headers.items()}
    event = event_class(said["type"], int(said["dataversion"]))
    if message.key not in (routing_key(event), queue):
        raise ValueError(f"{routing_key(event)} was published as {message.key}")
    return Arrived(
        event_id=UUID(said["id"]),
        type=event.type,
        major=event.version,
        source=producer(event),
        subject=said["subject"],
        occurred_at=datetime.fromisoformat(said["time"]),
        correlation_id=said.get("correlationid", ""),
        causation_id=said.get("causationid", ""),
        data=message.body.decode(),
    )
