"""(g) Whether time tells if an account exists: the same requests for known and for unknown people, in turns."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass
from itertools import count

import httpx

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_chassis.testing_databases import SERVER
from bench import child
from bench.results import Result
from bench.site import Site
from identity.main import service
from identity.passwords import service as passwords

PAIRS = 300
CHANCE_AT_MOST = 0.56
"""Of 300 pairs, chance alone stays below this nineteen times in twenty and more."""

_PEOPLE = """
INSERT INTO users (id, email, username, role, password_hash, email_verified_at, created_at)
SELECT gen_random_uuid(), format('known%s@amigok.test', n), format('known%s', n), 'investor', $1, now(), now()
FROM generate_series(1, $2) AS n
"""


@dataclass(frozen=True)
class _Asked:
    path: str
    body: dict[str, str]
    """`{who}` stands for `known7` or `nobody7`."""


_CASES = {
    "login with a wrong password": _Asked("login", {"login": "{who}@amigok.test", "password": "not the password"}),
    "login as a username": _Asked("login", {"login": "{who}", "password": "not the password"}),
    "wrong code for an address": _Asked("verify-email", {"email": "{who}@amigok.test", "code": "000000"}),
    "registration": _Asked(
        "register", {"email": "{who}@amigok.test", "username": "new{who}", "password": "seven grey sheep graze"}
    ),
    "forgotten password": _Asked("password/forgot", {"email": "{who}@amigok.test"}),
}


def measure(site: Site) -> list[Result]:
    """How often the slower of two requests is the known person's: 0.5 tells nothing."""
    told = child.run("secrecy:ask", database=site.scratch)
    return [
        Result(name=f"known told from unknown by time, {name}", value=share, unit="", at_most=CHANCE_AT_MOST)
        for name, share in told.items()
    ]


async def ask(database: str) -> dict[str, float]:
    """For each case the share of pairs in which time, read whichever way says more, tells the known one."""
    os.environ[SERVER] = database
    async with running(service) as rig:
        await rig.db.fetch(_PEOPLE, await passwords.hashed(str(new_id())), PAIRS)
        return {name: await _told(rig, asked) for name, asked in _CASES.items()}


async def _told(rig: Rig, asked: _Asked) -> float:
    seconds: dict[str, list[float]] = {"known": [], "nobody": []}
    for number in range(1, PAIRS + 1):
        for who in sorted(seconds, reverse=bool(number % 2)):
            seconds[who].append(await _seconds(rig, asked, f"{who}{number}"))
    slower = sum(known > nobody for known in seconds["known"] for nobody in seconds["nobody"]) / PAIRS**2
    return max(slower, 1 - slower)


_addresses = count(1)


async def _seconds(rig: Rig, asked: _Asked, who: str) -> float:
    """One request from a network address of its own, so that nothing is throttled."""
    number = next(_addresses)
    caller = (f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}", 1)
    transport = httpx.ASGITransport(rig.asgi, client=caller)
    body = {key: value.format(who=who) for key, value in asked.body.items()}
    async with httpx.AsyncClient(transport=transport, base_url="http://bench") as http:
        begun = time.perf_counter()
        answer = await http.post(f"/api/v1/auth/{asked.path}", json=body)
        elapsed = time.perf_counter() - begun
    assert answer.status_code in (202, 401, 422), answer.text
    await asyncio.sleep(0)
    return elapsed
