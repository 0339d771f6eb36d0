"""Who has searched what, in Redis, in a form that tells nobody who it was.

Of each search and day there is a HyperLogLog of people: it counts them and holds none of them. What goes in is a keyed
hash besides. Searches are collected in the process and noted some seconds later, all at once.
"""

import hashlib
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import structlog
from redis.asyncio import Redis
from redis.exceptions import RedisError

log = structlog.get_logger()

DAYS = 7
SEVERAL = 5
"""People. Fewer make nothing popular."""
CANDIDATES, SHOWN = 50, 10
PAUSE = 5.0
"""Seconds between two notes of one process."""
MOST_WAITING, MOST_A_DAY = 2_000, 20_000
"""Searches that differ. Further ones are not counted."""
_KEPT = (DAYS + 1) * 86_400

_NOTE = """
local known = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not known and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then return 0 end
if redis.call('PFADD', KEYS[2], unpack(ARGV, 4)) == 0 then return 0 end
redis.call('ZADD', KEYS[1], redis.call('PFCOUNT', KEYS[2]), ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[3])
return redis.call('EXPIRE', KEYS[2], ARGV[3])
"""


class Tally:
    """What was searched since the last note."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._waiting: defaultdict[str, set[str]] = defaultdict(set)
        self._noted_at = time.monotonic()

    def add(self, said: str, who: str) -> None:
        """Somebody has searched this."""
        if said in self._waiting or len(self._waiting) < MOST_WAITING:
            person = hashlib.blake2b(who.encode(), key=self._key, digest_size=8).hexdigest()
            self._waiting[said].add(person)

    async def note(self, redis: Redis, day: date, *, pause: float = PAUSE) -> None:
        """Notes what is waiting, if it has waited long enough. What Redis does not take is not counted."""
        if not self._waiting or time.monotonic() - self._noted_at < pause:
            return
        self._noted_at, waiting, self._waiting = time.monotonic(), self._waiting, defaultdict(set)
        try:
            async with redis.pipeline(transaction=False) as pipe:
                for said, people in waiting.items():
                    pipe.eval(_NOTE, 2, _ranking(day), _people(day, said), said, MOST_A_DAY, _KEPT, *sorted(people))
                await pipe.execute()
        except RedisError as error:
            log.warning("searches.not_counted", error=type(error).__name__)


async def most(redis: Redis, today: date) -> Sequence[str]:
    """What most people have searched in the last days, if they were several. Raises RedisError."""
    days = [today - timedelta(days=back) for back in range(DAYS)]
    ranked: Any = await redis.zunion([_ranking(day) for day in days], withscores=True)
    said = [each.decode() for each, _ in sorted(ranked, key=lambda each: -each[1])[:CANDIDATES]]
    async with redis.pipeline(transaction=False) as pipe:
        for each in said:
            pipe.pfcount(*(_people(day, each) for day in days))
        people = dict(zip(said, await pipe.execute(), strict=True))
    several = [each for each in said if people[each] >= SEVERAL]
    return sorted(several, key=lambda each: (-people[each], each))[:SHOWN]


def _ranking(day: date) -> str:
    return f"marketplace:searches:{day}"


def _people(day: date, said: str) -> str:
    return f"marketplace:searches:{day}:{said}"
