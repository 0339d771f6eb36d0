"""clock: move the time of the whole fleet, for trying what happens later."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from amigok import connections
from amigok.commands import DEFAULT, Folder
from amigok.errors import Failure
from amigok.state import State
from amigok_chassis.clock import OFFSET_KEY

if TYPE_CHECKING:
    import redis

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}

app = typer.Typer(no_args_is_help=True)


@app.command()
def show(state: Folder = DEFAULT) -> None:
    """Print the fleet's time and how far it is from the real one."""
    with _client(state) as client:
        _print(client)


@app.command()
def advance(
    duration: Annotated[str, typer.Argument(help="Such as 90s, 15m, 36h, 30d, 2w or 1d12h.")],
    state: Folder = DEFAULT,
) -> None:
    """Move the clock on; every process follows within a second or so."""
    seconds = parse(duration).total_seconds()
    with _client(state) as client:
        client.incrbyfloat(OFFSET_KEY, seconds)
        _print(client)


@app.command()
def reset(state: Folder = DEFAULT) -> None:
    """Back to the real time."""
    with _client(state) as client:
        client.delete(OFFSET_KEY)
        _print(client)


def parse(duration: str) -> timedelta:
    """'1d12h' as a timedelta; `Failure` if it is not one."""
    parts = re.findall(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)([smhdw])", duration)
    if not parts or "".join(amount + unit for amount, unit in parts) != duration:
        raise Failure(f"'{duration}' is no duration; write 90s, 15m, 36h, 30d, 2w or 1d12h")
    return timedelta(seconds=sum(float(amount) * UNITS[unit] for amount, unit in parts))


@contextmanager
def _client(folder: Folder) -> Iterator[redis.Redis]:
    import redis

    if os.environ.get("AMIGOK_ENVIRONMENT") == "production":
        raise Failure("the clock is not moved in production")
    try:
        with redis.Redis.from_url(connections.redis_url(State.load(folder)), socket_timeout=5) as client:
            yield client
    except redis.RedisError as error:
        raise Failure(f"Redis does not answer: {error}") from error


def _print(client: redis.Redis) -> None:
    value = client.get(OFFSET_KEY)
    offset = timedelta(seconds=float(value)) if isinstance(value, bytes) else timedelta()
    print(f"{datetime.now(UTC) + offset:%Y-%m-%d %H:%M:%S} UTC, {offset} from the real time")
