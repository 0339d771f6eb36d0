"""Counts searches, and tells which are popular."""

import time
from collections.abc import Sequence

import structlog
from redis.exceptions import RedisError

from amigok_chassis import clock
from amigok_chassis.context import Context
from marketplace.popular.tally import Tally, most

log = structlog.get_logger()

FRESH = 30.0
"""Seconds for which an answer is given again."""


class _Last:
    """The last answer of this process."""

    def __init__(self, _: Context) -> None:
        self.items: Sequence[str] = []
        self.at = float("-inf")


def tally_of(context: Context) -> Tally:
    """What this process has yet to count."""
    return context.once(_tally)


def _tally(context: Context) -> Tally:
    return Tally(context.db.data_key)


async def note(context: Context) -> None:
    """Counts what is waiting, where there is a Redis."""
    if context.redis is not None:
        await tally_of(context).note(context.redis, clock.now().date())


async def popular(context: Context) -> Sequence[str]:
    """What several people have searched lately; nothing while Redis does not answer."""
    last = context.once(_Last)
    if context.redis is not None and time.monotonic() - last.at >= FRESH:
        try:
            last.items, last.at = await most(context.redis, clock.now().date()), time.monotonic()
        except RedisError as error:
            log.warning("searches.unknown", error=type(error).__name__)
    return last.items
