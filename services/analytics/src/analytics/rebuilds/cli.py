"""The operator's commands: `python -m analytics rebuild`, `... events`."""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from amigok_chassis.runtime import Runtime
from amigok_chassis.settings import Settings
from analytics.archives import service as archives
from analytics.main import service
from analytics.pseudonyms.names import has_withheld, people_in, renamed
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
    """Prints what arrived from the first to the last day, with users' own ids."""
    runtime = Runtime(service, settings)
    withheld = 0
    async with runtime.idle():
        async with runtime.db.reader() as db:
            days = await archives.sealed_days(db, first, last)
        for day in days:
            async for found in archives.events_of(runtime.context, day):
                async with runtime.db.reader() as db:
                    names = await users_of(db, _people(found))
                whole = [event for event in found if not has_withheld(event["data"])]
                withheld += len(found) - len(whole)
                sys.stdout.writelines(_lines(whole, names))
    sys.stderr.write(f"{len(days)} days; {withheld} events are not whole\n")
    return 0


def _people(found: list[dict[str, Any]]) -> set[UUID]:
    return {person for event in found for person in people_in(event["data"])}


def _lines(found: list[dict[str, Any]], names: Mapping[UUID, UUID]) -> Iterator[str]:
    for event in found:
        plain = {**event, "data": renamed(event["data"], names)}
        yield json.dumps(plain, default=str, ensure_ascii=False) + "\n"
