"""The operator's commands: `python -m analytics rebuild`, `... events`."""

import json
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any, TextIO
from uuid import UUID

from amigok_chassis.context import Context
from amigok_chassis.runtime import Runtime
from amigok_chassis.settings import Settings
from amigok_contracts import event_class
from analytics.archives import service as archives
from analytics.main import service
from analytics.pseudonyms.names import PEOPLE, has_withheld, people_in, renamed
from analytics.pseudonyms.service import users_of
from analytics.rebuilds.service import rebuild

REBUILD = """Makes all facts anew from the archive and the events that are not archived yet, beside those that are
there, and compares them by checksum. Equal ones take their place; others only with --accept."""

EVENTS = """Prints the events that arrived on these days, one JSON object a line, for `amigok analytics replay`. Those
of which something was withheld cannot be said again, and are counted at the end."""


async def rebuilt(settings: Settings, *, accept: bool) -> int:
    """Rebuilds and prints each table. Exit code 1 if some differ."""
    runtime = Runtime(service, settings)
    async with runtime.idle():
        compared = await rebuild(runtime.context, accept=accept)
    for each in compared:
        verdict = "equal" if each.is_equal else f"differs: {each.live} live, {each.rebuilt} rebuilt"
        sys.stdout.write(f"{each.table:<12} {each.rebuilt[0]:>12,} {verdict}\n")
    return 0 if all(each.is_equal for each in compared) else 1


async def events(settings: Settings, first: date, last: date) -> int:
    """Prints what arrived from the first to the last day."""
    runtime = Runtime(service, settings)
    async with runtime.idle():
        withheld = await again(runtime.context, first, last, sys.stdout)
    sys.stderr.write(f"{withheld} events are not whole and were left out\n")
    return 0


async def again(context: Context, first: date, last: date, sink: TextIO) -> int:
    """Writes the events of sealed days with users' own ids. Returns how many were left out: they are not whole.

    Who was deleted stays a pseudonym, which no service knows.
    """
    withheld = 0
    async with context.db.reader() as db:
        days = await archives.sealed_days(db, first, last)
    for day in days:
        async for found in archives.events_of(context, day):
            whole = [event for event in found if not has_withheld(event["data"])]
            async with context.db.reader() as db:
                names = await users_of(db, {person for event in whole for person in _people(event)})
            sink.writelines(_line(event, names) for event in whole)
            withheld += len(found) - len(whole)
    return withheld


def _people(event: Mapping[str, Any]) -> set[UUID]:
    return {*people_in(event["data"]), *([UUID(event["subject"])] if is_of_a_person(event) else [])}


def _line(event: Mapping[str, Any], names: Mapping[UUID, UUID]) -> str:
    subject = event["subject"]
    if is_of_a_person(event):
        subject = str(names.get(UUID(subject), subject))
    plain = {**event, "subject": subject, "data": renamed(event["data"], names)}
    return json.dumps(plain, default=str, ensure_ascii=False) + "\n"


def is_of_a_person(event: Mapping[str, Any]) -> bool:
    """Whether the subject of an event is a user."""
    return event_class(event["type"], event["major"]).aggregate in PEOPLE
