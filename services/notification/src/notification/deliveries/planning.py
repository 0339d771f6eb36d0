"""When a message is due, and with what it goes: pure rules."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from notification.kinds.kind import Kind
from notification.people.models import Person

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Slot:
    """The message that a notice goes with, and when it is due."""

    name: str
    at: datetime


def slot(kind: Kind, mode: str, person: Person, *, notice_id: UUID, recent: int, most: int, now: datetime) -> Slot:
    """Where a notice goes.

    `recent` messages were made for the address within the last hour: beyond `most`, what can wait goes into one message
    with the rest of the hour. What is not urgent waits for the end of quiet hours, and is one message then.
    """
    if mode in ("daily", "weekly"):
        return _together(mode, person.next_digest(now, weekly=mode == "weekly"))
    if kind.mandatory or kind.urgent:
        return Slot(str(notice_id), now)
    if recent >= most:
        return _together("more", person.awake(now.replace(minute=0, second=0, microsecond=0) + HOUR))
    at = now + kind.within
    awake = person.awake(at)
    return Slot(str(notice_id), at) if awake == at else _together("quiet", awake)


def _together(why: str, at: datetime) -> Slot:
    """One message for all that is due then."""
    return Slot(f"{why} {at:%Y-%m-%dT%H:%M}", at)
