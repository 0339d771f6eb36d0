"""What operators tell all processes through Redis, and the clock they move."""

import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis
from test_http import problem
from test_tokens import ask, signed
from toy.main import service as toy

from amigok_chassis import clock, control
from amigok_chassis.ids import new_id
from amigok_chassis.patience import until
from amigok_chassis.runtime import Runtime
from amigok_chassis.service import Service
from amigok_chassis.settings import Settings
from amigok_chassis.testing import Rig, running

NOWHERE = "postgresql://127.0.0.1:1/nowhere"
REDIS = os.environ.get("AMIGOK_TEST_REDIS_URL", "")

pytestmark = pytest.mark.xdist_group("redis")


@pytest.fixture
async def redis(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Redis]:
    monkeypatch.setattr(control, "POLL_SECONDS", 0.05)
    async with Redis.from_url(REDIS) as redis:
        yield redis
        await redis.delete(clock.OFFSET_KEY)
    clock.set_offset(timedelta())


async def test_a_revoked_session_is_refused(redis: Redis) -> None:
    session = new_id().hex
    async with running(toy, redis_url=REDIS) as rig:
        token = signed(sid=session)
        assert (await ask(rig, token)).status_code == 200
        await control.revoke(redis, [session], until=clock.now().timestamp() + 300)

        async def refused() -> bool:
            return (await ask(rig, token)).status_code == 401

        await until(refused)
        problem(await ask(rig, signed(sid=session)), 401)
        assert (await ask(rig, signed(sid="another"))).status_code == 200


async def test_the_clock_can_be_moved_and_moved_back(redis: Redis) -> None:
    async with running(toy, redis_url=REDIS) as rig:
        await redis.set(clock.OFFSET_KEY, "86400")
        await until(lambda: stands(rig, 1))
        await redis.delete(clock.OFFSET_KEY)
        await until(lambda: stands(rig, 0))


async def test_an_impossible_clock_is_ignored_and_a_possible_one_heard_afterwards(redis: Redis) -> None:
    async with running(toy, redis_url=REDIS) as rig:
        for nonsense in ("tomorrow", "nan", "inf", "1e300", "1e12", "-1e11"):
            await redis.set(clock.OFFSET_KEY, nonsense)
            await followed(redis, rig.runtime)
            assert clock.offset() == timedelta()
        await redis.set(clock.OFFSET_KEY, "86400")
        await until(lambda: stands(rig, 1))
        assert rig.runtime.worker_state() == {}


async def test_in_production_the_clock_stands_where_it_is(redis: Redis) -> None:
    runtime = Runtime(Service("clock"), Settings(environment="production", role="api", redis_url=REDIS))
    await redis.set(clock.OFFSET_KEY, "86400")
    async with runtime.running():
        await followed(redis, runtime)
        assert clock.offset() == timedelta()


async def stands(rig: Rig, days: int) -> bool:
    present = datetime.fromisoformat((await rig.http.get("/api/v1/toy/clock")).json())
    return abs(present - datetime.now(UTC) - timedelta(days=days)) < timedelta(minutes=5)


async def followed(redis: Redis, runtime: Runtime) -> None:
    """Waits for a poll that began after now: a revocation of now is known after it."""
    for _ in range(2):
        session = new_id().hex
        await control.revoke(redis, [session], until=datetime.now(UTC).timestamp() + 300)

        async def known(session: str = session) -> bool:
            return session in runtime.tokens.revoked

        await until(known)
