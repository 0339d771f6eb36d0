"""Server-sent events, as the stream of notifications has them."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

PATH = "/api/v1/notifications/stream"
SILENCE = 40.0
"""After so many seconds without even a heartbeat the connection is dead."""

FINAL = frozenset({"replaced", "shut_out"})
"""Reasons to end after which nobody comes back by themselves."""


@dataclass(frozen=True)
class StreamEvent:
    """What the stream told: docs/clients.md lists the names. `id` is from where to resume."""

    name: str
    data: Any
    id: int | None


async def parsed(lines: AsyncIterator[str]) -> AsyncIterator[StreamEvent]:
    """The events in the lines of an answer."""
    fields: dict[str, str] = {}
    async for line in lines:
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")
        elif "event" in fields:
            id = int(fields["id"]) if "id" in fields else None
            yield StreamEvent(fields["event"], json.loads(fields["data"]), id)
            fields = {}
