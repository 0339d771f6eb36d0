"""What `authorization.txt` says, and running services in which Anna owns something, to try it."""

import asyncio
import atexit
import base64
import json
import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import httpx
from sqlalchemy.dialects.postgresql import Range

from amigok_chassis import clock
from amigok_chassis.auth import current_user, maybe_user
from amigok_chassis.errors import Unauthenticated
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, token
from amigok_contracts import Event, Money
from amigok_contracts.farm import FarmChanged, LivestockOwnershipTransferred, LivestockRegistered, LivestockTypeChanged
from amigok_contracts.identity import UserEmailVerified
from amigok_contracts.marketplace import ORDER, OrderCompleted, OrderConfirmed, OrderPlaced
from amigok_contracts.wallet import HoldPlaced
from services.analytics.tests.engines import PrivateEngine
from tests.fleet import contests

DEVICES = "device"
"""The word for routes at which devices sign in with secrets of their own; no user's token helps there."""

AT_ONCE = 16
"""So many tries at once: with a thousand, a slow machine opens no connection to the database in time."""

ROLES = ("investor", "gamer", "farm_staff", "veterinarian", "admin")
OPEN = {"public", "optional", "claim"}
"""Words for routes that need no token: `claim` is a secret in the body that a device is given once."""

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)

LONG_AGO = timedelta(hours=1)
NOTHING: Mapping[str, object] = MappingProxyType({})
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

    @property
    def acts_by_role(self) -> bool:
        """Whether something is changed here by who has a role, and by nobody else."""
        return self.method != "GET" and bool(self.who & {*ROLES}) and "user" not in self.who

    def admits(self, role: str) -> bool:
        """Whether the role alone lets somebody in, whoever they are."""
        return bool(self.who & {"user", role})


def devices_sign_in(calls: Iterable[object]) -> bool:
    """Whether one of these dependencies of a route lets in who proves to be somebody, and no users."""
    guards = {call for call in calls if Unauthenticated in getattr(call, "problems", ())}
    return bool(guards - {current_user, maybe_user}) and not guards & {current_user, maybe_user}


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
            assert who <= {*OPEN, "user", "owner", "recent", "not_own", DEVICES, *ROLES}, line
            entries.append(Entry(match["method"], match["path"], who, json.loads(match["body"] or "null")))
    return found


TABLE = table()


@dataclass
class Stage:
    """A running service in which Anna has one of everything that has an owner: `examples`, by path parameter."""

    rig: Rig
    entries: list[Entry]
    anna: UUID = field(default_factory=new_id)
    examples: Mapping[str, object] = field(default_factory=dict)
    _turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(16))

    async def call(
        self,
        entry: Entry,
        bearer: str | None,
        *,
        examples: Mapping[str, object] = MappingProxyType({}),
        body: Any = None,
    ) -> httpx.Response:
        """Sends what the line says, about these examples or the stage's."""
        known = {**self.examples, **examples}
        path = re.sub(r"\{(\w+)(?::\w+)?\}", lambda match: str(known.get(match[1], new_id())), entry.path)
        headers = {"Authorization": f"Bearer {bearer}"} if bearer is not None else {}
        tomorrow = (clock.now() + timedelta(days=1)).date().isoformat()
        sent = json.loads(json.dumps(body or entry.body or {}).replace("@tomorrow", tomorrow))
        more = {"json": sent} if entry.method in ("POST", "PUT", "PATCH") else {}
        async with self._turn:
            return await self.rig.request(entry.method, path, headers=headers, **more)

    async def bearer(self, role: str, *, user: UUID | None = None, **options: Any) -> str:
        """The token of somebody new with this role, or of this user."""
        user, session = user or new_id(), new_id()
        if self.rig.service.name == "identity":
            await sign_in(self.rig, user, role, session)
        return token(user, role, sid=str(session), **options)

    async def acting(self, role: str, *, user: UUID | None = None) -> str:
        """The same of somebody whose decisions count."""
        user = user or new_id()
        bearer = await self.bearer(role, user=user)
        await self.rig.is_known(user, role=role, kyc="approved")
        return bearer

    async def made(self, method: str, path: str, bearer: str, **more: Any) -> Any:
        """What is answered to a request that must succeed."""
        headers = {"Authorization": f"Bearer {bearer}"}
        answer = await self.rig.request(method, f"/api/v1/{path}", headers=headers, **more)
        assert answer.is_success, answer.text
        return answer.json()

    async def none_wrong(self, tries: Iterator[Awaitable[str | None]]) -> None:
        """Makes all these tries and fails with what went wrong in any of them."""
        turns = asyncio.Semaphore(AT_ONCE)

        async def in_turn(attempt: Awaitable[str | None]) -> str | None:
            async with turns:
                return await attempt

        wrong = [each for each in await asyncio.gather(*map(in_turn, tries)) if each]
        assert not wrong, "unlike authorization.txt:\n" + "\n".join(wrong)


async def sign_in(rig: Rig, user: UUID, role: str, session: UUID) -> None:
    from identity.sessions.models import Session
    from identity.users.models import User

    now = clock.now()
    async with rig.db.unit_of_work() as db:
        if await db.get(User, user) is None:
            db.add(
                User(
                    id=user,
                    email=f"{user}@amigok.test",
                    username=f"u{user.hex[-20:]}",
                    role=role,
                    password_hash="-",
                    email_verified_at=now,
                    created_at=now,
                )
            )
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
    animal = await add(
        "livestock",
        farm_id=farm,
        breed_id=breed,
        tag_number="A1",
        unique_id_card="C1",
        sex="female",
        weight_kg="62.5",
        price_per_kg=price,
    )
    sold = OrderConfirmed(
        order_id=new_id(),
        livestock_id=UUID(animal),
        buyer_id=stage.anna,
        seller_id=None,
        price=Money.of_minor(30_000, "USD"),
        transfer_by=clock.now() + LONG_AGO,
    )
    await stage.rig.deliver(sold)
    wish = {"reason": "Moving", "wished_on": (clock.now() + timedelta(days=1)).date().isoformat()}
    path = f"/api/v1/livestock/{animal}/withdraw-request"
    removal = await stage.rig.request("POST", path, user=stage.anna, json=wish)
    assert removal.status_code == 201, removal.text
    path, picture = f"/api/v1/livestock/{animal}/photos", {"picture": PICTURE}
    photo = await stage.rig.request("POST", path, user=stage.anna, files=picture)
    assert photo.status_code == 201, photo.text
    own = {"removal_id": removal.json()["id"], "photo_id": photo.json()["id"]}
    return {"livestock_id": animal, "farm_id": farm, **own}


def registered(owner_id: UUID | None, **values: Any) -> LivestockRegistered:
    """The event of an animal of somebody; None: the platform's."""
    usual = {
        "livestock_id": new_id(),
        "aggregate_version": 1,
        "farm_id": new_id(),
        "farm_name": "Hill Farm",
        "type_name": "Sheep",
        "breed_name": "Merino",
        "tag_number": "A1",
        "sex": "female",
        "weight_kg": "62.5",
        "value": Money.of_minor(30_000, "USD"),
    }
    return LivestockRegistered.model_validate(usual | values | {"owner_id": owner_id})


async def in_the_marketplace(stage: Stage) -> Mapping[str, object]:
    async def animal(owner: UUID | None) -> UUID:
        event = registered(owner)
        await stage.rig.deliver(event)
        return event.livestock_id

    async def post(path: str, user: UUID, role: str = "investor", **body: Any) -> str:
        answer = await stage.rig.request("POST", f"/api/v1/{path}", user=user, role=role, json=body)
        assert answer.is_success, answer.text
        return str(answer.json()["id"])

    price = {"amount": "240.00", "currency": "USD"}
    seller = new_id()
    bought = await animal(seller)
    offered = await post(f"marketplace/my-livestock/{bought}/list", seller, price=price)
    order = await post(f"marketplace/livestock/{bought}/buy", stage.anna, listing_id=offered, price=price)
    await stage.rig.deliver(*_in_escrow(UUID(order), bought, buyer=stage.anna, seller=seller))
    wrong = {"reason": "other_animal", "text": "It has another tag."}
    complaint = await post(f"marketplace/orders/{order}/complaint", stage.anna, **wrong)
    listing = await post(f"marketplace/my-livestock/{await animal(stage.anna)}/list", stage.anna, price=price)
    search = await post("marketplace/saved-searches", stage.anna, name="Ewes", type_name=["sheep"])
    bad = await post(f"marketplace/my-livestock/{await animal(stage.anna)}/list", stage.anna, price=price)
    verdict = {"version": 1, "verdict": "taken_down", "note": "It is a duck"}
    path = f"/api/v1/admin/marketplace/listings/{bad}/review"
    await stage.rig.request("POST", path, user=new_id(), role="admin", json=verdict)
    [takedown] = await stage.rig.db.fetch("SELECT id FROM takedowns")
    other = {"livestock_id": str(await animal(None)), "price": price, "negotiable": True}
    negotiable = await post("admin/marketplace/livestock", new_id(), "admin", **other)
    amount = {"amount": "200.00", "currency": "USD"}
    path = f"marketplace/listings/{negotiable}/offers"
    offer = await post(path, stage.anna, amount=amount, listing_version=1)
    mine = {"order_id": order, "listing_id": listing, "complaint_id": complaint, "offer_id": offer}
    mine |= {"search_id": search, "takedown_id": str(takedown["id"])}
    return {**mine, "livestock_id": await animal(stage.anna)}


def _in_escrow(order_id: UUID, livestock_id: UUID, *, buyer: UUID, seller: UUID) -> tuple[Event, Event]:
    """The price of an order is held, and the animal is the buyer's."""
    price, now = Money.of_minor(24_000, "USD"), clock.now()
    held = {"purpose": ORDER, "reference_id": order_id, "payer_id": buyer, "amount": price}
    moved = {"livestock_id": livestock_id, "order_id": order_id, "previous_owner_id": seller, "owner_id": buyer}
    return (
        HoldPlaced(**held, hold_id=new_id(), expires_at=now),
        LivestockOwnershipTransferred(**moved, price=price, transferred_at=now, aggregate_version=2),
    )


async def in_payment(stage: Stage) -> Mapping[str, object]:
    price, fee = Money.of_minor(24_000, "USD"), Money.of_minor(600, "USD")
    order = {"order_id": new_id(), "listing_id": new_id(), "livestock_id": new_id(), "price": price}
    placed = OrderPlaced(**order, buyer_id=stage.anna, seller_id=None, fee=fee, pay_with="wallet", title="Dorper ewe")
    await stage.rig.deliver(placed, OrderCompleted(**order))
    [payment] = (await stage.rig.request("GET", "/api/v1/payments/history", user=stage.anna)).json()["items"]
    [invoice] = (await stage.rig.request("GET", "/api/v1/invoices", user=stage.anna)).json()["items"]
    return {"payment_id": payment["id"], "invoice_id": invoice["id"]}


async def in_the_wallet(stage: Stage) -> Mapping[str, object]:
    await stage.rig.deliver(UserEmailVerified(user_id=stage.anna, role="investor"))
    await stage.rig.is_known(stage.anna, kyc="approved")
    money = {"amount": "50.00", "currency": "USD"}
    credit = {"user_id": str(stage.anna), "amount": money, "reason": "opening"}
    by, path = await stage.rig.administrator(), "/api/v1/admin/wallet/credits"
    await stage.rig.decided(await stage.rig.request("POST", path, user=by, role="admin", json=credit))
    wish = {"amount": money, "method": "paypal", "account": {"email": "anna@example.com"}}
    headers = {"Authorization": f"Bearer {token(stage.anna, amr=('pwd', 'otp', 'mfa'))}"}
    withdrawal = await stage.rig.request("POST", "/api/v1/wallet/withdraw", json=wish, headers=headers)
    assert withdrawal.status_code == 202, withdrawal.text
    return {"withdrawal_id": withdrawal.json()["id"]}


async def in_feed(stage: Stage) -> Mapping[str, object]:
    farm, animal, kind = new_id(), new_id(), new_id()
    sheep = LivestockTypeChanged(livestock_type_id=kind, name="Sheep", retired=False, aggregate_version=1)
    known = FarmChanged(farm_id=farm, name="Hill Farm", time_zone="UTC", latitude=1, longitude=2, aggregate_version=2)
    born = registered(
        stage.anna,
        livestock_id=animal,
        aggregate_version=3,
        farm_id=farm,
        livestock_type_id=kind,
        registered_at=clock.now() - LONG_AGO,
    )
    await stage.rig.deliver(sheep, known, born)
    price = {"amount": "58.00", "currency": "USD"}
    package = {
        "name": "Meadow",
        "package_type": "standard",
        "livestock_type_ids": [str(kind)],
        "ration_kg": "1.5",
        "meal_times": ["07:00"],
        "prices": {"monthly": [price]},
    }
    added = await stage.made("POST", "admin/feed-packages", token(new_id(), "admin"), json=package)
    path, wish = f"livestock/{animal}/feed-packages/{added['id']}/subscribe", {"cycle": "monthly", "price": price}
    subscription = await stage.made("POST", path, token(stage.anna), json=wish)
    [period] = subscription["periods"]
    own = {"subscription_id": subscription["id"], "period_id": period["id"]}
    return {"livestock_id": animal, "package_id": added["id"], "farm_id": farm, **own}


async def care_service(stage: Stage, **changes: Any) -> str:
    """A care service that costs 40 in each currency."""
    prices = [{"amount": "40.00", "currency": currency} for currency in ("EUR", "GBP", "USD")]
    body = {"name": "Checkup", "care_type": "checkup", "prices": prices, "duration_minutes": 30} | changes
    return str((await stage.made("POST", "admin/care-services", await stage.acting("admin"), json=body))["id"])


async def care_animal(stage: Stage, *, tag: str = "A1", livestock_type_id: UUID | None = None) -> UUID:
    """An animal of Anna's, as care knows it."""
    event = registered(stage.anna, tag_number=tag, livestock_type_id=livestock_type_id)
    await stage.rig.deliver(event)
    return event.livestock_id


async def in_care(stage: Stage) -> Mapping[str, object]:
    """Care of Anna's animal that is done, with its report and a file; it was an emergency, so it began at once."""
    from care.requests import service

    animal, emergency = await care_animal(stage), await care_service(stage, care_type="emergency")
    anna, doctor = await stage.bearer("investor", user=stage.anna), new_id()
    vet, wish = await stage.acting("veterinarian", user=doctor), {"service_id": emergency, "currency": "EUR"}
    request = await stage.made("POST", f"livestock/{animal}/care-request", anna, json=wish)
    async with stage.rig.db.unit_of_work() as db:
        await service.assign(db, UUID(request["id"]), doctor)
    path = f"vet/care-requests/{request['id']}"
    await stage.made("PUT", f"{path}/start", vet)
    written = await stage.made("PUT", f"{path}/report", vet, json={"findings": "Limps"})
    file = await stage.made("POST", f"{path}/files", vet, files={"file": PICTURE})
    await stage.made("POST", f"{path}/complete", vet, json={"version": written["version"]})
    return {"livestock_id": animal, "request_id": request["id"], "file_id": file["id"]}


FILMED = UUID("01a22d00-0000-7000-8000-000000000000")
"""The animal of Anna's that cameras have recorded; bodies in `authorization.txt` name it."""


async def in_stream(stage: Stage) -> Mapping[str, object]:
    """An animal of Anna's with a recording and a snapshot of it, and footage that she has released."""
    from stream.cameras.models import Camera
    from stream.devices.models import Device
    from stream.recordings.models import Recording, Shown
    from stream.snapshots.models import Snapshot

    now, farm, since = clock.now(), new_id(), datetime(2025, 12, 1, tzinfo=UTC)
    animal = registered(stage.anna, livestock_id=FILMED, farm_id=farm, registered_at=since)
    await stage.rig.deliver(animal)
    by = {"farm_id": farm, "created_at": now, "created_by": new_id()}
    device = Device(id=new_id(), name="Barn device", serial="A1", registered_at=now, **by)
    camera = Camera(id=new_id(), device_id=device.id, name="Gate", **by)
    filmed = {"camera_id": camera.id, "farm_id": farm}
    recording = Recording(
        id=new_id(),
        session_id=new_id(),
        began=1,
        device_id=device.id,
        started_at=since + LONG_AGO,
        ended_at=since + LONG_AGO,
        during=Range(since + LONG_AGO, since + 2 * LONG_AGO),
        duration_ms=1000,
        size=1000,
        codec="h264",
        width=160,
        height=90,
        recording_class="continuous",
        is_held=True,
        stored_at=now,
        **filmed,
    )
    snapshot = Snapshot(livestock_id=FILMED, requested_by=stage.anna, taken_at=since + LONG_AGO, size=1000, **filmed)
    shown = Shown(recording_id=recording.id, livestock_id=FILMED, detected=False)
    async with stage.rig.db.unit_of_work() as db:
        for rows in ([device], [camera], [recording, snapshot], [shown]):
            db.add_all(rows)
            await db.flush()
    anna, path = await stage.bearer("investor", user=stage.anna), f"livestock/{FILMED}/released-footage"
    times = {"begins_at": "2026-02-01T00:00:00Z", "ends_at": "2026-02-02T00:00:00Z"}
    released = await stage.made("POST", path, anna, json=times)
    return {
        "livestock_id": FILMED,
        "recording_id": recording.id,
        "snapshot_id": snapshot.id,
        "release_id": released["id"],
    }


async def with_engine(rig: Rig) -> None:
    """Gives analytics a ClickHouse of its own, until the tests end."""
    from analytics.engine import engine_of
    from analytics.engine.schema import make
    from analytics.settings import Settings

    engine = await PrivateEngine().start()
    atexit.register(engine.close)
    rig.context.use(Settings.model_validate({"clickhouse_url": engine.url()}))
    await make(engine_of(rig.context))


async def in_analytics(stage: Stage) -> Mapping[str, object]:
    from analytics.forecasts.models import Forecast

    await with_engine(stage.rig)
    animal, now = new_id(), clock.now()
    born = registered(stage.anna, livestock_id=animal, registered_at=now - LONG_AGO)
    await stage.rig.deliver(born)
    told = Forecast(
        id=new_id(),
        livestock_id=animal,
        made_on=(now - 24 * LONG_AGO).date(),
        days=90,
        made_at=now,
        ends_at=now,
        low_kg=1,
        high_kg=2,
        mortality=0,
        told={"value_now": {"amount": "300.00", "currency": "USD"}},
        cases=[],
        attempts=0,
    )
    async with stage.rig.db.unit_of_work() as db:
        db.add(told)
    query = {"dataset": "meals", "measures": ["meals"], "last_days": 30}
    report = await stage.made("POST", "analytics/reports", token(stage.anna), json={"name": "Feed", "query": query})
    run = await stage.made("POST", f"analytics/reports/{report['id']}/runs", token(stage.anna), json={})
    return {"livestock_id": animal, "forecast_id": told.id, "report_id": report["id"], "run_id": run["id"]}


async def contest(stage: Stage, **rules: Any) -> dict[str, object]:
    """A contest that is open, and what Anna has entered in it."""
    animal = registered(stage.anna)
    await stage.rig.deliver(animal)
    days = [(clock.now() + timedelta(days=each)).isoformat() for each in (1, 2, 30)]
    terms = {
        "title": "Spring",
        "rules": {"scoring": {"kind": "weight_gain"}, "places": 9, "least_entries": 1} | rules,
        "rules_text": "Animals are weighed.",
        **dict(zip(("registration_closes_at", "starts_at", "ends_at"), days, strict=True)),
    }
    root, anna = await stage.acting("admin"), await stage.bearer("investor", user=stage.anna)
    added = await stage.made("POST", "admin/contests", root, json=terms)
    await stage.made("POST", f"admin/contests/{added['id']}/open", root, json={"version": 1})
    wish = {"livestock_id": str(animal.livestock_id), "contest_version": 1}
    entry = await stage.made("POST", f"contests/{added['id']}/register", anna, json=wish)
    return {"contest_id": added["id"], "entry_id": entry["id"]}


async def playing(stage: Stage) -> dict[str, object]:
    """A task of Anna's for an animal of hers, a request to be her friend, and a player whom she has blocked."""
    animal = registered(stage.anna, registered_at=clock.now() - LONG_AGO)
    await stage.rig.deliver(animal)
    anna, ben, eve = [await stage.bearer("gamer", user=user) for user in (stage.anna, new_id(), new_id())]
    path = "games/pilot-farming"
    for bearer, handle in ((anna, "Anna-plays"), (ben, "Ben-plays"), (eve, "Eve-plays")):
        await stage.made("POST", f"{path}/player", bearer, json={"time_zone": "UTC", "handle": handle})
    asked = await stage.made("POST", f"{path}/friends/requests", ben, json={"handle": "Anna-plays"})
    block = await stage.made("POST", f"{path}/friends/blocks", anna, json={"handle": "Eve-plays"})
    tasks = (await stage.made("GET", f"{path}/tasks", anna))["items"]
    task = next(each for each in tasks if each["by_hand"])
    return {"task_id": task["id"], "friendship_id": asked["id"], "block_id": block["id"]}


async def in_game(stage: Stage) -> Mapping[str, object]:
    entered = await contest(stage)
    return {**entered, **await contests.owned(stage, entered["entry_id"], PICTURE), **await playing(stage)}


async def in_notification(stage: Stage) -> Mapping[str, object]:
    from notification.devices import service as devices
    from notification.devices.schemas import DeviceIn
    from notification.notices import service
    from notification.notices.telling import Telling

    stage.rig.context.ending.set()  # so that streams end at once
    telling = Telling(kind="order_completed", source="1", user_ids=[stage.anna], data={})
    async with stage.rig.db.unit_of_work() as db:
        told = await service.tell(db, telling, present=[stage.anna])
        device = await devices.register(db, stage.anna, DeviceIn(name="Phone", fcm_token="t"))
    return {"notice_id": told[stage.anna], "device_id": device.id}


EXAMPLES: Mapping[str, Callable[[Stage], Awaitable[Mapping[str, object]]]] = {
    "farm": in_the_farm,
    "care": in_care,
    "feed": in_feed,
    "marketplace": in_the_marketplace,
    "payment": in_payment,
    "wallet": in_the_wallet,
    "stream": in_stream,
    "game": in_game,
    "analytics": in_analytics,
    "notification": in_notification,
}
"""Makes what Anna owns in a service, so that it can be proved that only she gets at it."""
