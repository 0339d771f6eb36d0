"""The authorization matrix: every route of every service, tried by everybody, as `authorization.txt` has it."""

import base64
import inspect
import json
import re
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from amigok.fleet import SERVICES, load
from amigok_chassis.auth import current_user, maybe_user, recent_user
from amigok_chassis.ids import new_id
from amigok_chassis.service import Service
from amigok_chassis.testing import running, token
from identity.export.service import ELSEWHERE
from tests.fleet.own_behalf import CODES, IMPERSONAL, MAKERS, Theirs
from tests.fleet.stage import DEVICES, EXAMPLES, LONG_AGO, OPEN, ROLES, TABLE, Entry, Stage, devices_sign_in

GUARDS = {"unauthenticated", "forbidden", "step_up_required"}
"""The codes that say that somebody did not get past a guard."""

ENDED = str(new_id())


def routes(service: Service) -> Iterator[APIRoute]:
    for router in service.doors:
        for route in router.routes:
            if isinstance(route, APIRoute) and route.include_in_schema:
                yield route


def dependencies(dependant: Dependant) -> Iterator[Callable[..., Any]]:
    for each in dependant.dependencies:
        if each.call is not None:
            yield each.call
        yield from dependencies(each)


def suggestion(route: APIRoute) -> str:
    """Who may pass, as far as the guards of a route tell."""
    calls = list(dependencies(route.dependant))
    guards = [call for call in calls if getattr(call, "__qualname__", "") == "requires.<locals>.guard"]
    roles = [set(inspect.getclosurevars(guard).nonlocals["roles"]) for guard in guards]
    if current_user not in calls and maybe_user not in calls:
        return DEVICES if devices_sign_in(calls) else "public"
    who = "optional" if maybe_user in calls else " ".join(sorted(set.intersection(*roles))) if roles else "user"
    return f"{who} recent" if recent_user in calls else who


@pytest.mark.parametrize("name", SERVICES)
def test_every_route_has_its_line_in_the_table_and_every_line_its_route(name: str) -> None:
    there = {(method, route.path): route for route in routes(load(name)) for method in route.methods}
    listed = [(entry.method, entry.path) for entry in TABLE.get(name, [])]
    new = [f"{method:6} {path}  {suggestion(there[method, path])}" for method, path in there.keys() - set(listed)]
    assert not new, f"add to [{name}] of authorization.txt, with `owner` if it has one:\n" + "\n".join(sorted(new))
    gone = [f"{method:6} {path}" for method, path in set(listed) - there.keys()]
    assert not gone, f"take out of [{name}] of authorization.txt:\n" + "\n".join(sorted(gone))
    assert len(listed) == len(set(listed)), f"[{name}] of authorization.txt has a route twice"


def test_whoever_exports_their_data_is_sent_to_what_they_may_read() -> None:
    readable = {
        entry.path
        for entries in TABLE.values()
        for entry in entries
        if entry.method == "GET" and entry.admits("investor")
    }
    assert set(ELSEWHERE.values()) <= readable


@pytest.fixture(scope="module", params=TABLE)
async def stage(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    async with running(load(request.param), max_body_bytes=2**24) as rig:
        rig.runtime.tokens.revoked = frozenset({ENDED})
        stage = Stage(rig, TABLE[request.param])
        if request.param in EXAMPLES:
            stage.examples = await EXAMPLES[request.param](stage)
        yield stage


def forgeries() -> dict[str, str]:
    """Tokens for an administrator that identity did not issue, or that are worth nothing any more."""
    header, payload, _ = token(new_id(), "admin").split(".")
    *_, signature = token(new_id(), "investor").split(".")

    def encoded(part: dict[str, str]) -> str:
        return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")

    return {
        "expired": token(new_id(), "admin", lifetime=timedelta(seconds=-1)),
        "signed with another key": token(new_id(), "admin", key=ec.generate_private_key(ec.SECP256R1())),
        "not signed": f"{encoded({'alg': 'none', 'typ': 'at+jwt', 'kid': 'test'})}.{payload}.",
        "stripped of its signature": f"{header}.{payload}.",
        "signed for another payload": f"{header}.{payload}.{signature}",
        "of another type": token(new_id(), "admin", typ="JWT"),
        "for another audience": token(new_id(), "admin", aud="elsewhere"),
        "of another issuer": token(new_id(), "admin", iss="elsewhere"),
        "of a session that was ended": token(new_id(), "admin", sid=ENDED),
        "that is none": "x",
    }


def told(entry: Entry, who: str, answer: httpx.Response) -> str:
    hint = " (its line needs a body)" if answer.status_code == 422 and "owner" in entry.who else ""
    return f"{entry.name} {who}: {answer.status_code} {code(answer)}{hint}"


def code(answer: httpx.Response) -> str:
    return str(answer.json()["code"]) if answer.status_code >= 400 else ""


def stopped(answer: httpx.Response) -> bool:
    """Whether a guard did not let this through; refusals of the use case have codes of their own."""
    return answer.status_code == 401 or code(answer) in GUARDS


async def test_without_a_good_token_only_what_is_open_is_open(stage: Stage) -> None:
    async def attempt(entry: Entry, kind: str, bearer: str | None) -> str | None:
        answer = await stage.call(entry, bearer)
        is_open = bool(entry.who & {"public", "claim"}) or ("optional" in entry.who and bearer is None)
        passed = code(answer) not in GUARDS
        good = answer.status_code < 500 and passed == is_open and (is_open or answer.status_code == 401)
        return None if good else told(entry, f"with {kind}", answer)

    bearers: dict[str, str | None] = {"no token": None, **{f"a token {k}": v for k, v in forgeries().items()}}
    tries = (attempt(entry, kind, bearer) for entry in stage.entries for kind, bearer in bearers.items())
    await stage.none_wrong(tries)


async def test_owners_get_at_what_is_theirs(stage: Stage) -> None:
    """Without this, a 404 for everybody else would prove nothing. What deletes comes last.

    It comes before the roles, for some of them may delete too.
    """
    owned = [entry for entry in stage.entries if "owner" in entry.who]
    proved = [entry for entry in owned if set(re.findall(r"\{(\w+)", entry.path)) <= set(stage.examples)]
    for entry in sorted(proved, key=lambda entry: ["GET", "POST", "PUT", "PATCH", "DELETE"].index(entry.method)):
        answer = await stage.call(entry, await stage.bearer("investor", user=stage.anna))
        assert answer.status_code not in (401, 403, 404), told(entry, "as its owner", answer)
        assert answer.status_code < 500, told(entry, "as its owner", answer)
    if len(proved) < len(owned):
        missing = sorted(entry.name for entry in set(owned) - set(proved))
        pytest.skip(f"EXAMPLES has nothing of Anna's for {', '.join(missing)}")


async def test_every_role_gets_where_the_table_says_and_nowhere_else(stage: Stage) -> None:
    async def attempt(entry: Entry, role: str) -> str | None:
        fresh = timedelta() if "recent" in entry.who else LONG_AGO
        answer = await stage.call(entry, await stage.bearer(role, authenticated=fresh))
        if entry.who & OPEN or entry.admits(role):
            good = not stopped(answer)
        elif "owner" in entry.who:
            good = answer.status_code in (403, 404)
        elif DEVICES in entry.who:
            good = code(answer) == "unauthenticated"
        else:
            good = code(answer) == "forbidden"
        return None if good and answer.status_code < 500 else told(entry, f"as {role}", answer)

    await stage.none_wrong(attempt(entry, role) for entry in stage.entries for role in ROLES)


async def test_what_needs_a_recent_proof_is_not_to_be_had_with_an_old_one(stage: Stage) -> None:
    async def attempt(entry: Entry, role: str) -> str | None:
        answer = await stage.call(entry, await stage.bearer(role, authenticated=LONG_AGO))
        good = code(answer) == "step_up_required"
        return None if good else told(entry, f"as {role}", answer)

    recent = [entry for entry in stage.entries if "recent" in entry.who]
    await stage.none_wrong(attempt(entry, role) for entry in recent for role in ROLES if entry.admits(role))


def test_every_route_by_role_says_whether_it_is_about_somebody() -> None:
    by_role = {entry.name: entry for entries in TABLE.values() for entry in entries if entry.acts_by_role}
    undecided = {name for name, entry in by_role.items() if "not_own" not in entry.who} - set(IMPERSONAL)
    assert not undecided, f"`not_own` in authorization.txt, or a reason in IMPERSONAL: {', '.join(sorted(undecided))}"
    wrong = [name for name in IMPERSONAL if name not in by_role or "not_own" in by_role[name].who]
    assert not wrong, f"in IMPERSONAL without need: {', '.join(wrong)}"


@pytest.fixture(scope="module", params=[name for name in TABLE if any("not_own" in each.who for each in TABLE[name])])
async def about_anna(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Stage, dict[str, Theirs]]]:
    """A service in which every `not_own` route has something of Anna's to act on."""
    entries = [entry for entry in TABLE[request.param] if "not_own" in entry.who]
    async with running(load(request.param)) as rig:
        stage = Stage(rig, entries)
        theirs = await MAKERS[request.param](stage)
        missing = [entry.name for entry in entries if entry.name not in theirs]
        assert not missing, f"own_behalf.py has nothing of Anna's for {', '.join(missing)}"
        yield stage, theirs


async def test_nobody_acts_by_their_role_on_their_own_behalf(about_anna: tuple[Stage, dict[str, Theirs]]) -> None:
    """And others may, or this would prove nothing: they come after, and what deletes comes last."""
    stage, theirs = about_anna
    for entry in stage.entries:
        for role in (role for role in ROLES if role in entry.who):
            answer = await try_on(stage, entry, theirs, await stage.acting(role, user=stage.anna))
            assert code(answer) in CODES, told(entry, f"as {role}, whom it is about", answer)
    for entry in sorted(stage.entries, key=lambda entry: entry.method == "DELETE"):
        answer = await try_on(
            stage, entry, theirs, await stage.acting("admin" if "admin" in entry.who else "veterinarian")
        )
        assert answer.is_success or answer.status_code == 409, told(entry, "as somebody else", answer)
        assert code(answer) not in CODES, told(entry, "as somebody else", answer)


async def try_on(stage: Stage, entry: Entry, theirs: dict[str, Theirs], bearer: str) -> httpx.Response:
    what = theirs[entry.name]
    return await stage.call(entry, bearer, examples=what.ids, body=what.body)
