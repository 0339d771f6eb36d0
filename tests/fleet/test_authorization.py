"""The authorization matrix: every route of every service, tried by everybody, as `authorization.txt` has it."""

import asyncio
import base64
import inspect
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from amigok.fleet import SERVICES, load
from amigok_chassis import clock
from amigok_chassis.auth import current_user, maybe_user, recent_user
from amigok_chassis.ids import new_id
from amigok_chassis.service import Service
from amigok_chassis.testing import Rig, running, token
from amigok_contracts import Money
from amigok_contracts.farm import LivestockRegistered
from amigok_contracts.identity import KycApproved, UserEmailVerified
from amigok_contracts.marketplace import OrderCompleted, OrderConfirmed, OrderPlaced
from identity.export.service import ELSEWHERE

ROLES = ("investor", "gamer", "farm_staff", "veterinarian", "admin")
OPEN = {"public", "optional"}
GUARDS = {"unauthenticated", "forbidden", "step_up_required"}
"""The codes that say that somebody did not get past a guard."""

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)

ENDED = str(new_id())
LONG_AGO = timedelta(hours=1)
_LINE = re.compile(r"(?P<method>[A-Z]+)\s+(?P<path>/\S*)\s+(?P<who>[a-z_ ]+?)\s*(?P<body>\{.*\})?")


@dataclass(frozen=True)
class Entry:
    """A line of the table."""

    method: str
    path: str
    who: frozenset[str]
    body: Any = field(default=None, hash=False)

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    def admits(self, role: str) -> bool:
        """Whether the role alone lets somebody in, whoever they are."""
        return bool(self.who & {"user", role})


def table() -> dict[str, list[Entry]]:
    """The entries of each service."""
    found: dict[str, list[Entry]] = {}
    for line in (Path(__file__).parent / "authorization.txt").read_text().splitlines():
        if line.startswith("["):
            entries = found.setdefault(line.strip("[] "), [])
        elif line and not line.startswith("#"):
            match = _LINE.fullmatch(line.strip())
            assert match, f"this line of authorization.txt is none: {line}"
            who = frozenset(match["who"].split())
            assert who <= {*OPEN, "user", "owner", "recent", *ROLES}, line
            entries.append(Entry(match["method"], match["path"], who, json.loads(match["body"] or "null")))
    return found


TABLE = table()


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
        return "public"
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
    readable = {entry.path for entries in TABLE.values() for entry in entries
                if entry.method == "GET" and entry.admits("investor")}  # fmt: skip
    assert set(ELSEWHERE.values()) <= readable


@dataclass
class Stage:
    """A running service in which Anna has one of everything that has an owner: `examples`, by path parameter."""

    rig: Rig
    entries: list[Entry]
    anna: UUID = field(default_factory=new_id)
    examples: Mapping[str, object] = field(default_factory=dict)
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(16))

    async def call(self, entry: Entry, bearer: str | None) -> httpx.Response:
        path = re.sub(r"\{(\w+)(?::\w+)?\}", lambda match: str(self.examples.get(match[1], new_id())), entry.path)
        headers = {"Authorization": f"Bearer {bearer}"} if bearer is not None else {}
        tomorrow = (clock.now() + timedelta(days=1)).date().isoformat()
        sent = json.loads(json.dumps(entry.body or {}).replace("@tomorrow", tomorrow))
        body = {"json": sent} if entry.method in ("POST", "PUT", "PATCH") else {}
        async with self._turn:
            return await self.rig.request(entry.method, path, headers=headers, **body)

    async def bearer(self, role: str, *, user: UUID | None = None, **options: Any) -> str:
        """The token of somebody new with this role, or of this user."""
        user, session = user or new_id(), new_id()
        if self.rig.service.name == "identity":
            await sign_in(self.rig, user, role, session)
        return token(user, role, sid=str(session), **options)

    async def none_wrong(self, tries: Iterator[Awaitable[str | None]]) -> None:
        """Makes all these tries and fails with what went wrong in any of them."""
        wrong = [each for each in await asyncio.gather(*tries) if each]
        assert not wrong, "unlike authorization.txt:\n" + "\n".join(wrong)


async def sign_in(rig: Rig, user: UUID, role: str, session: UUID) -> None:
    from identity.models import Session, User

    now = clock.now()
    async with rig.db.unit_of_work() as db:
        if await db.get(User, user) is None:
            db.add(User(id=user, email=f"{user}@amigok.test", username=f"u{user.hex[-20:]}", role=role,
                        password_hash="-", email_verified_at=now, created_at=now))  # fmt: skip
            await db.flush()
        opened = Session(id=session, user_id=user, created_at=now, expires_at=now + timedelta(days=1))
        opened.prove(["pwd"], now)
        db.add(opened)


async def in_the_farm(stage: Stage) -> Mapping[str, object]:
    async def add(path: str, **body: Any) -> str:
        answer = await stage.rig.request("POST", f"/api/v1/admin/{path}", user=new_id(), role="admin", json=body)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    kind = await add("livestock-types", name="Sheep")
    breed = await add("livestock-breeds", name="Merino", livestock_type_id=kind)
    farm = await add("farms", name="Hill Farm", latitude=1, longitude=2, capacity=9)
    price = {"amount": "4.80", "currency": "USD"}
    animal = await add("livestock", farm_id=farm, breed_id=breed, tag_number="A1", unique_id_card="C1", sex="female",
                       weight_kg="62.5", price_per_kg=price)  # fmt: skip
    sold = OrderConfirmed(order_id=new_id(), livestock_id=UUID(animal), buyer_id=stage.anna, seller_id=None,
                          price=Money.of_minor(30_000, "USD"), transfer_by=clock.now() + LONG_AGO)  # fmt: skip
    await stage.rig.deliver(sold)
    wish = {"reason": "Moving", "wished_on": (clock.now() + timedelta(days=1)).date().isoformat()}
    path = f"/api/v1/livestock/{animal}/withdraw-request"
    withdrawal = await stage.rig.request("POST", path, user=stage.anna, json=wish)
    assert withdrawal.status_code == 201, withdrawal.text
    path, picture = f"/api/v1/livestock/{animal}/photos", {"picture": PICTURE}
    photo = await stage.rig.request("POST", path, user=stage.anna, files=picture)
    assert photo.status_code == 201, photo.text
    own = {"withdrawal_id": withdrawal.json()["id"], "photo_id": photo.json()["id"]}
    return {"livestock_id": animal, "farm_id": farm, **own}


async def in_the_marketplace(stage: Stage) -> Mapping[str, object]:
    async def animal(owner: UUID | None) -> UUID:
        event = LivestockRegistered(
            livestock_id=new_id(), aggregate_version=1, farm_id=new_id(), farm_name="Hill Farm", type_name="Sheep",
            breed_name="Merino", tag_number="A1", sex="female", weight_kg="62.5",
            value=Money.of_minor(30_000, "USD"), owner_id=owner,
        )  # fmt: skip
        await stage.rig.deliver(event)
        return event.livestock_id

    async def post(path: str, user: UUID, role: str = "investor", **body: Any) -> str:
        answer = await stage.rig.request("POST", f"/api/v1/{path}", user=user, role=role, json=body)
        assert answer.is_success, answer.text
        return str(answer.json()["id"])

    price = {"amount": "240.00", "currency": "USD"}
    bought = await animal(None)
    offered = await post("admin/marketplace/livestock", new_id(), "admin", livestock_id=str(bought), price=price)
    order = await post(f"marketplace/livestock/{bought}/buy", stage.anna, listing_id=offered)
    listing = await post(f"marketplace/my-livestock/{await animal(stage.anna)}/list", stage.anna, price=price)
    return {"order_id": order, "listing_id": listing, "livestock_id": await animal(stage.anna)}


async def in_payment(stage: Stage) -> Mapping[str, object]:
    price, fee = Money.of_minor(24_000, "USD"), Money.of_minor(600, "USD")
    order = {"order_id": new_id(), "listing_id": new_id(), "livestock_id": new_id(), "price": price}
    placed = OrderPlaced(**order, buyer_id=stage.anna, seller_id=None, fee=fee, pay_with="wallet", title="Dorper ewe")
    await stage.rig.deliver(placed, OrderCompleted(**order))
    [payment] = (await stage.rig.request("GET", "/api/v1/payments/history", user=stage.anna)).json()["items"]
    [invoice] = (await stage.rig.request("GET", "/api/v1/invoices", user=stage.anna)).json()["items"]
    return {"payment_id": payment["id"], "invoice_id": invoice["id"]}


async def in_the_wallet(stage: Stage) -> Mapping[str, object]:
    known = KycApproved(user_id=stage.anna, submission_id=new_id(), aggregate_version=1)
    await stage.rig.deliver(UserEmailVerified(user_id=stage.anna, role="investor"), known)
    money = {"amount": "50.00", "currency": "USD"}
    credit = {"user_id": str(stage.anna), "amount": money, "reason": "opening"}
    answer = await stage.rig.request("POST", "/api/v1/admin/wallet/credits", user=new_id(), role="admin", json=credit)
    assert answer.status_code == 201, answer.text
    wish = {"amount": money, "method": "paypal", "account": {"email": "anna@example.com"}}
    headers = {"Authorization": f"Bearer {token(stage.anna, amr=('pwd', 'otp', 'mfa'))}"}
    withdrawal = await stage.rig.request("POST", "/api/v1/wallet/withdraw", json=wish, headers=headers)
    assert withdrawal.status_code == 202, withdrawal.text
    return {"withdrawal_id": withdrawal.json()["id"]}


EXAMPLES: Mapping[str, Callable[[Stage], Awaitable[Mapping[str, object]]]] = {
    "farm": in_the_farm,
    "marketplace": in_the_marketplace,
    "payment": in_payment,
    "wallet": in_the_wallet,
}
"""Makes what Anna owns in a service, so that it can be proved that only she gets at it."""


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
        is_open = "public" in entry.who or ("optional" in entry.who and bearer is None)
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
