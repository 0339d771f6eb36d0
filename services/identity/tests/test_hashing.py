"""Bursts of logins: as much is hashed at once as memory allows, some wait, the rest is told to come again."""

import asyncio
import os
import time
from threading import Event

import pytest

from identity.passwords import hashing, memory
from identity.passwords import service as passwords
from identity.passwords.errors import TooBusy, WeakPassword
from identity.settings import MEMORY_KIB, Settings

MIB = 1024 * 1024
CHEAP_KIB = Settings().hashing_memory_kib
"""What the tests are told to take."""


@pytest.fixture
def few_threads(monkeypatch):
    """One thread; so few wait for it that a burst is too much."""
    monkeypatch.setenv("IDENTITY_HASHING_THREADS", "1")
    monkeypatch.setenv("IDENTITY_HASHING_MEMORY_KIB", str(MEMORY_KIB))
    monkeypatch.setattr(hashing, "WAITING", 3)
    yield
    passwords.configure(CHEAP_KIB, None)


async def test_a_burst_of_logins_is_answered_503_beyond_the_queue_and_counts_no_failure(few_threads, visitor):
    await visitor.verified()
    answers = await asyncio.gather(*(visitor.login(f"nobody{n}", "not the password") for n in range(20)))
    refused = [answer for answer in answers if answer.status_code == 503]
    assert 1 <= len(refused) <= 16
    assert {answer.status_code for answer in answers} == {401, 503}
    assert {(answer.json()["code"], answer.headers["retry-after"]) for answer in refused} == {("too_busy", "2")}
    assert (await visitor.login()).status_code == 200


async def test_no_more_wait_than_there_are_places_for_and_places_are_given_back():
    pool, over = hashing.Pool(2, name="test"), Event()
    places = 2 * (1 + hashing.WAITING)
    works = [asyncio.create_task(pool.run(over.wait)) for _ in range(places)]
    await asyncio.sleep(0)
    try:
        with pytest.raises(TooBusy):
            await pool.run(int)
    finally:
        over.set()
    await asyncio.gather(*works)
    assert await pool.run(int, "7") == 7


async def test_who_hangs_up_leaves_the_queue():
    pool = hashing.Pool(1, name="test")
    works = [asyncio.create_task(pool.run(time.sleep, 0.2)) for _ in range(1 + hashing.WAITING)]
    await asyncio.sleep(0)
    for work in works[1:]:
        work.cancel()
    await asyncio.wait(works[1:])
    assert await pool.run(int, "7") == 7


@pytest.mark.parametrize(
    ("mib", "at_most", "threads"), [(64, None, 1), (512, None, 2), (512, 1, 1), (1024, 64, 5), (10**6, 3, 3)]
)
def test_so_many_hash_at_once_as_fit_in_a_quarter_of_the_memory(monkeypatch, mib, at_most, threads):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(64))
    assert hashing.threads(memory=mib * MIB, each=MEMORY_KIB * 1024, at_most=at_most) == threads


async def test_a_hash_takes_as_much_memory_as_owasp_recommends_unless_tests_take_less(monkeypatch):
    monkeypatch.delenv("IDENTITY_HASHING_MEMORY_KIB", raising=False)
    try:
        passwords.configure(Settings().hashing_memory_kib, None)
        assert (await passwords.hashed("seven grey sheep graze")).startswith("$argon2id$v=19$m=47104,t=1,p=1$")
    finally:
        passwords.configure(CHEAP_KIB, None)


def test_no_more_hash_at_once_than_there_are_cores():
    assert hashing.threads(memory=10**15, each=1, at_most=None) == len(os.sched_getaffinity(0))


@pytest.mark.parametrize(
    ("groups", "files", "limit"),
    [
        ("0::/\n", {"memory.max": "268435456"}, 256 * MIB),
        ("0::/\n", {"memory.max": "max"}, None),
        (
            "0::/kubepods/pod1/box\n",
            {
                "kubepods/memory.max": "268435456",
                "kubepods/pod1/memory.max": "134217728",
                "kubepods/pod1/box/memory.max": "max",
            },
            128 * MIB,
        ),
        ("0::/docker/of-the-host\n", {"memory.max": "67108864"}, 64 * MIB),
        ("5:cpu,cpuacct:/x\n4:memory:/docker/box\n0::/\n", {"memory/memory.limit_in_bytes": "134217728"}, 128 * MIB),
        ("4:memory:/\n", {"memory/memory.limit_in_bytes": "9223372036854771712"}, None),
        ("", {}, None),
    ],
)
def test_the_limit_of_memory_is_that_of_the_control_group(tmp_path, groups, files, limit):
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/cgroup").write_text(groups)
    for name, content in files.items():
        file = tmp_path / "sys/fs/cgroup" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    assert memory.limit(tmp_path) == (limit or memory.limit(tmp_path / "nothing"))


@pytest.mark.parametrize("password", ["\ud83d sheep graze here", "seven grey sheep \udc00"])
async def test_what_is_no_unicode_is_no_password(password):
    with pytest.raises(WeakPassword):
        await passwords.refuse_weak(password, email="ada@amigok.test", username="ada")
    assert not await passwords.matches(await passwords.hashed("seven grey sheep graze"), password)
    assert not await passwords.matches(None, password)


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("login", b'{"login": "ada", "password": "\\ud83d"}', {401, 422}),
        ("register", b'{"email": "a@amigok.test", "username": "ada", "password": "seven grey sheep \\ud83d"}', {422}),
        ("password/reset", b'{"token": "x", "new_password": "seven grey sheep \\ud83d"}', {422}),
        ("invitations/accept", b'{"token": "x", "password": "seven grey sheep \\ud83d"}', {422}),
    ],
)
async def test_half_a_surrogate_pair_as_a_password_is_refused(visitor, path, body, status):
    headers = {"Content-Type": "application/json"}
    answer = await visitor.rig.http.post(f"/api/v1/auth/{path}", content=body, headers=headers)
    assert answer.status_code in status
    assert answer.headers["content-type"] == "application/problem+json"
