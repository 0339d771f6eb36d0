"""What strangers and users learn of others from an answer: nothing. Each request is sent for somebody and for nobody.

Compared are status, headers and body, and the work by which time would tell: statements and hashed passwords.
"""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import argon2
import asyncpg
import httpx
import pytest
from sqlalchemy import event

from identity.throttle import service as throttle

PASSWORD = "seven grey sheep graze"
OWN = ("x-request-id", "content-length")
"""Headers that differ for every request; the body is compared whole."""

HINT = "pg_notify"
"""Workers are woken some milliseconds later, for several requests at once."""


@pytest.fixture
async def work(visitor, monkeypatch):
    """What is done: statements by their text, and how often a password is hashed or verified."""
    done = Counter()
    engine = visitor.rig.db.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *call: done.update([call[2]]))
    _count(monkeypatch, asyncpg.Connection, "fetch", lambda sql: done.update([] if HINT in sql else [sql]))
    for name in ("hash", "verify"):
        _count(monkeypatch, argon2.PasswordHasher, name, lambda _: done.update(["argon2"]))
    return done


def _count(monkeypatch, kind, name, called):
    method = getattr(kind, name)

    def counted(self, first, *others):
        called(first)
        return method(self, first, *others)

    monkeypatch.setattr(kind, name, counted)


@contextmanager
def measured(done) -> Iterator[Counter]:
    done.clear()
    told = Counter()
    yield told
    told.update(done)


def shown(answer: httpx.Response, who: str):
    """All that a client sees, without what it typed itself."""
    headers = sorted((name, value) for name, value in answer.headers.items() if name not in OWN)
    return answer.status_code, headers, answer.text.replace(who, "WHO")


async def people(visitor):
    """Somebody who is verified, and somebody who only claims an address with the password that is tried."""
    await visitor.verified("member")
    await visitor.register("claimed")
    await visitor.rig.db.fetch("DELETE FROM mails")


STRANGERS = {
    "a login with a wrong password": ("login", {"login": "{who}@amigok.test", "password": "not the password"}),
    "a login as a username": ("login", {"login": "{who}", "password": "not the password"}),
    "a login with a device": (
        "login",
        {"login": "{who}@amigok.test", "password": "not the password", "device_token": "x" * 43},
    ),
    "a registration": ("register", {"email": "{who}@amigok.test", "username": "another", "password": PASSWORD}),
    "a forgotten password": ("password/forgot", {"email": "{who}@amigok.test"}),
    "a wrong code for an address": ("verify-email", {"email": "{who}@amigok.test", "code": "000000"}),
}


@pytest.mark.parametrize("name", STRANGERS)
async def test_strangers_get_one_answer_by_the_same_work_whoever_is_named(visitor, work, name):
    await people(visitor)
    path, body = STRANGERS[name]
    answers, works = {}, {}
    for who in ("warm", "member", "claimed", "nobody"):
        typed = {key: value.format(who=who) for key, value in body.items()}
        with measured(work) as works[who]:
            answers[who] = shown(await visitor.post(path, typed), who)
    assert answers["member"] == answers["claimed"] == answers["nobody"]
    assert works["member"] == works["claimed"] == works["nobody"]


@pytest.mark.parametrize("name", STRANGERS)
async def test_strangers_are_slowed_alike_whoever_is_named(visitor, name):
    await people(visitor)
    path, body = STRANGERS[name]
    answers = {}
    for who in ("member", "claimed", "nobody"):
        typed = {key: value.format(who=who) for key, value in body.items()}
        answers[who] = [shown(await visitor.post(path, typed), who) for _ in range(11)]
    assert answers["member"] == answers["claimed"] == answers["nobody"]


async def test_who_registers_with_an_address_does_not_learn_by_a_login_whether_it_had_an_account(visitor, work):
    await visitor.verified("member", password="eleven black goats jump")
    answers, works = {}, {}
    for who in ("warm", "member", "nobody"):
        await visitor.register(who, username=f"spy-{who}", password=PASSWORD)
        with measured(work) as works[who]:
            answers[who] = shown(await visitor.login(f"{who}@amigok.test", PASSWORD), who)
    assert answers["member"] == answers["nobody"]
    assert answers["nobody"][0] == 401
    assert works["member"] == works["nobody"]


async def test_a_user_who_names_anothers_address_or_number_learns_nothing(visitor, work):
    await visitor.verified("member")
    eve = (await visitor.signed_in("eve"))["access_token"]
    await visitor.rig.db.fetch(
        "UPDATE users SET phone = '+84912345678', phone_verified_at = now() WHERE username = 'member'"
    )
    for path, field, taken, free in (
        ("email/change", "email", "member@amigok.test", "nobody@amigok.test"),
        ("phone", "phone", "+84912345678", "+84912345679"),
    ):
        await visitor.post(path, {field: {"email": "warm@amigok.test", "phone": "+84912345670"}[field]}, access=eve)
        answers, works = {}, {}
        for value in (taken, free):
            with measured(work) as works[value]:
                answers[value] = shown(await visitor.post(path, {field: value}, access=eve), value)
        assert answers[taken] == answers[free]
        assert answers[taken][0] == 202
        assert works[taken] == works[free]


async def test_that_others_have_sent_messages_to_an_address_or_number_is_not_told(visitor):
    tokens = [(await visitor.signed_in(f"user{n}"))["access_token"] for n in range(2)]
    for path, body in (("email/change", {"email": "member@amigok.test"}), ("phone", {"phone": "+84912345678"})):
        for _ in range(5):
            assert (await visitor.post(path, body, access=tokens[0])).status_code == 202
        full = await visitor.post(path, body, access=tokens[1])
        other = {key: re.sub("member", "nobody", value).replace("678", "679") for key, value in body.items()}
        free = await visitor.post(path, other, access=tokens[1])
        assert shown(full, "") == shown(free, "")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("DELETE", "sessions/{id}", None),
        ("DELETE", "passkeys/{id}", None),
        ("PATCH", "passkeys/{id}", {"name": "mine"}),
    ],
)
async def test_anothers_id_is_answered_like_one_that_does_not_exist(visitor, method, path, body):
    await visitor.signed_in("member")
    eve = (await visitor.signed_in("eve"))["access_token"]
    await visitor.rig.db.fetch(
        "INSERT INTO passkeys (id, user_id, credential_id, public_key, sign_count, name, created_at, transports) "
        "SELECT gen_random_uuid(), id, 'x', 'x', 0, 'x', now(), '{}' FROM users WHERE username = 'member'"
    )
    table = path.partition("/")[0]
    rows = await visitor.rig.db.fetch(
        f"SELECT t.id FROM {table} t JOIN users ON users.id = t.user_id WHERE username = 'member'"
    )
    answers = [
        shown(await visitor.call(method, path.format(id=each), body, access=eve), str(each))
        for each in (rows[0]["id"], uuid4())
    ]
    assert answers[0] == answers[1]
    assert answers[0][0] == 404


async def test_the_database_does_not_say_who_was_tried(visitor):
    await visitor.login("ada@amigok.test", "not the password")
    await visitor.post("verify-email", {"email": "ada@amigok.test", "code": "000000"})
    rows = await visitor.rig.db.fetch("SELECT account FROM login_failures")
    named = {each.account for each in throttle.of_login(bytes(32), "ada@amigok.test", address="127.0.0.1")}
    assert len({row["account"] for row in rows}) == 2
    assert not named & {row["account"] for row in rows}
