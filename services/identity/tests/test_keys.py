import asyncio
import os
import sys
from datetime import timedelta
from pathlib import Path

import jwt

from amigok_chassis import clock
from amigok_chassis.testing import SECRET_KEY
from identity.cli import rotate_keys
from identity.keys import service as keys
from identity.keys.models import TOKEN_LIFETIME


def kid_of(access):
    return jwt.get_unverified_header(access)["kid"]


async def rotate(visitor):
    assert await rotate_keys(visitor.rig.runtime.settings) == 0


async def published(visitor):
    return [key["kid"] for key in (await visitor.rig.http.get("/.well-known/jwks.json")).json()["keys"]]


async def trust(visitor):
    visitor.rig.runtime.tokens.trust((await visitor.rig.http.get("/.well-known/jwks.json")).json())


async def sign_in(visitor):
    return (await visitor.login()).json()["access_token"]


async def test_a_new_key_is_published_before_it_signs_and_the_old_one_until_its_tokens_are_gone(visitor):
    old = kid_of((await visitor.signed_in())["access_token"])
    await rotate(visitor)
    new = (set(await published(visitor)) - {old}).pop()
    clock.set_offset(keys.AHEAD - timedelta(seconds=2))
    late = await sign_in(visitor)
    assert kid_of(late) == old
    clock.set_offset(keys.AHEAD + timedelta(seconds=1))
    fresh = await sign_in(visitor)
    assert kid_of(fresh) == new
    await trust(visitor)
    await visitor.rig.run_job("forget_signing_keys")
    for access in (late, fresh):
        assert (await visitor.me(access)).status_code == 200
    clock.set_offset(keys.AHEAD + TOKEN_LIFETIME + timedelta(seconds=10))
    await visitor.rig.run_job("forget_signing_keys")
    assert await published(visitor) == [old, new]
    clock.set_offset(keys.AHEAD + TOKEN_LIFETIME + timedelta(minutes=6))
    await visitor.rig.run_job("forget_signing_keys")
    assert await published(visitor) == [new]
    assert kid_of(await sign_in(visitor)) == new


async def test_a_verifier_that_fetched_just_before_the_rotation_knows_the_key_when_it_signs(visitor):
    assert keys.MAX_AGE + timedelta(seconds=5) < keys.AHEAD
    answer = await visitor.rig.http.get("/.well-known/jwks.json")
    assert answer.headers["cache-control"] == f"public, max-age={int(keys.MAX_AGE.total_seconds())}"


async def test_keys_follow_one_another_however_many_are_made_at_once(visitor):
    await visitor.verified()
    await asyncio.gather(*(rotate(visitor) for _ in range(3)))
    rows = await visitor.rig.db.fetch("SELECT signs_from, retired_at FROM signing_keys ORDER BY signs_from")
    assert len(rows) == 4
    assert [row["retired_at"] for row in rows] == [*(row["signs_from"] for row in rows[1:]), None]
    clock.set_offset(timedelta(minutes=3))
    last = (await visitor.rig.db.fetch("SELECT kid FROM signing_keys WHERE retired_at IS NULL"))[0][0]
    assert kid_of(await sign_in(visitor)) == last


async def test_a_clock_that_went_back_leaves_a_key_that_signs(visitor):
    await visitor.verified()
    clock.set_offset(timedelta(days=-1))
    assert kid_of(await sign_in(visitor)) == (await published(visitor))[0]


async def test_the_command_says_when_the_new_key_signs(visitor):
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "identity",
        "rotate-keys",
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env={
            **os.environ,
            "AMIGOK_DATABASE_URL": visitor.rig.runtime.settings.database_url,
            "AMIGOK_SECRET_KEY": SECRET_KEY,
        },
        cwd=Path(__file__).parent,
    )
    said, _ = await process.communicate()
    assert process.returncode == 0, said
    kid = (await visitor.rig.db.fetch("SELECT kid FROM signing_keys WHERE retired_at IS NULL"))[0][0]
    assert said.decode().startswith(f"Key {kid} is published and signs from ")
