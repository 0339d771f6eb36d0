"""The platform's main job, played against the running fleet: each step with its time and the events it caused."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import aio_pika
import httpx

from amigok import client, mailbox
from amigok import demo_money as money
from amigok.client import Person, Refused
from amigok.errors import Failure
from amigok.stage import Stage
from amigok.state import State

BREED = {"name": "Dorper", "description": "Hardy South African meat sheep", "typical_weight_kg": "90.00"}
FLOCK: Sequence[tuple[str, str, str]] = (
    ("ewe of two years", "female", "68.40"),
    ("ewe of three years", "female", "74.10"),
    ("ram of two years", "male", "102.60"),
    ("ewe lamb of ten months", "female", "47.50"),
    ("ram lamb of ten months", "male", "53.20"),
)
"""Five sheep with the weights (kg) that their breed, sex and age have."""

PRICE_PER_KG = {"amount": "4.80", "currency": "USD"}


def usd(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "USD"}


async def play(state: State) -> None:
    """Plays all steps. `Failure` if the fleet is not up; Refused where something is not as it should be."""
    if not state.ready or not state.administrator or state.servers is None:
        raise Failure("the fleet is not up; start it with `make run` (or `amigok up --detach`)")
    stage = Stage()
    begun = time.monotonic()
    async with client.connect(f"http://127.0.0.1:{state.gateway_port}") as http:
        async with _listening(state.servers.broker, stage):
            admin = await client.sign_in(http, login=state.administrator, password=state.secrets["administrator"])
            await _play(stage, http, admin, state)
    print(f"\nThe main job works: {time.monotonic() - begun:.1f} s in all.")


async def _play(stage: Stage, http: httpx.AsyncClient, admin: Person, state: State) -> None:
    async with stage.step("1  The administrator brings five Dorper sheep to a farm and lists them"):
        flock = await stock(stage, admin)
    async with stage.step("2  Two investors register, verify their e-mail, get a wallet and bring 1,000.00 USD in"):
        folder = mailbox.folder(state)
        anna, ben = await asyncio.gather(*(client.sign_up(http, folder, name=name) for name in ("anna", "ben")))
        await money.bring_in(stage, state, anna, "1000.00", method="card")
        await money.bring_in(stage, state, ben, "1000.00", method="paypal")
    first, wanted, patient = flock[0], flock[1], flock[3]
    async with stage.step("3  anna buys the first sheep"):
        order = await anna.buy(first["id"])
        await _show_purchase(stage, admin, anna, order)
    async with stage.step("4  anna lists it for resale at 400.00 USD; ben buys it"):
        await anna.post(f"/marketplace/my-livestock/{first['id']}/list", {"price": usd("400.00")})
        order = await ben.buy(first["id"])
        await _show_purchase(stage, admin, ben, order)
        stage.fact(f"anna has {(await anna.balance())[0]} USD")
    async with stage.step("5  Both try to buy the second sheep at once"):
        results = await asyncio.gather(*(_try(person.buy(wanted["id"])) for person in (anna, ben)))
        for person, result in zip((anna, ben), results, strict=True):
            stage.fact(f"{person.name}: {result}; balance {' available, '.join(await person.balance())} held")
    async with stage.step("6  ben tries what is forbidden"):
        other = flock[2]["id"]
        stage.fact(f"list an animal of another: {await _try(ben.post(*_listing(other)))}")
        stage.fact(f"buy without the money:     {await _try(_splurge(ben, anna, other))}")
        stage.fact(f"call an admin endpoint:    {await _try(ben.get('/admin/wallet/reconciliation'))}")
    async with stage.step("7  The fourth sheep has grown, falls ill and is treated: for 28 days nobody can buy it"):
        await _treat(stage, admin, patient)
        stage.fact(f"ben: {await _try(ben.buy(patient['id']))}")
    async with stage.step("8  carl has an empty wallet and pays for the third sheep by card: one step for him"):
        carl = await client.sign_up(http, folder, name="carl")
        order = await carl.order(flock[2]["id"], pay_with="payment")
        await money.pay(state, carl, {"purpose": "order", "method": "card", "order_id": order["id"]})
        await _show_purchase(stage, admin, carl, await carl.follow(order["id"]))
        await money.keep_invoice(stage, state, carl)
    async with stage.step("9  anna turns on a second factor: her password alone opens nothing any more"):
        codes = await _second_factor(stage, http, anna)
    async with stage.step("10  anna takes 200.00 USD out"):
        await money.take_out(stage, state, admin, anna, codes, "200.00")
    proof = await admin.get("/admin/wallet/reconciliation")
    print(
        f"\nThe ledger proves itself: {proof['transfers']} transfers, {proof['entries']} entries, "
        f"sum {proof['total']}, {proof['holds_placed']} open holds, {len(proof['differences'])} differences"
    )


async def stock(stage: Stage, admin: Person) -> list[dict[str, Any]]:
    """A farm with a type, a breed and five animals, listed at their value. Returns the animals."""
    farm = await admin.post(
        "/admin/farms",
        {"name": f"Karoo Hill {secrets.token_hex(3)}", "latitude": -32.25, "longitude": 22.45, "capacity": 200},
    )
    sheep = await _type(admin)
    breed = await _breed(admin, sheep)
    animals = []
    for what, sex, weight in FLOCK:
        tag = f"ZA{secrets.randbelow(10**10):010d}"
        animal = await admin.post(
            "/admin/livestock",
            {
                "farm_id": farm["id"],
                "breed_id": breed["id"],
                "tag_number": tag,
                "unique_id_card": f"CARD-{tag}",
                "sex": sex,
                "weight_kg": weight,
                "price_per_kg": PRICE_PER_KG,
            },
        )
        listing = {"livestock_id": animal["id"], "price": animal["value"], "title": f"Dorper {what}"}
        await client.until(partial(_listed, admin, listing), seconds=30)
        animals.append(animal)
        stage.fact(f"{tag}  {what}, {weight} kg, {animal['value']['amount']} USD")
    return animals


async def _type(admin: Person) -> dict[str, Any]:
    try:
        found: dict[str, Any] = await admin.post("/admin/livestock-types", {"name": "sheep"})
    except Refused as refused:
        if refused.code != "livestock_type_exists":
            raise
        types = (await admin.get("/livestock-types", params={"limit": 100}))["items"]
        found = next(each for each in types if each["name"] == "sheep")
    return found


async def _breed(admin: Person, sheep: dict[str, Any]) -> dict[str, Any]:
    try:
        found: dict[str, Any] = await admin.post("/admin/livestock-breeds", {**BREED, "livestock_type_id": sheep["id"]})
    except Refused as refused:
        if refused.code != "livestock_breed_exists":
            raise
        params = {"livestock_type_id": sheep["id"], "limit": 100}
        breeds = (await admin.get("/livestock-breeds", params=params))["items"]
        found = next(each for each in breeds if each["name"] == BREED["name"])
    return found


async def _listed(admin: Person, listing: dict[str, Any]) -> bool:
    """Lists an animal once the marketplace knows it."""
    try:
        await admin.post("/admin/marketplace/livestock", listing)
    except Refused as refused:
        if refused.status == 404:
            return False
        raise
    return True


def _listing(livestock_id: str) -> tuple[str, dict[str, Any]]:
    return f"/marketplace/my-livestock/{livestock_id}/list", {"price": usd("10.00")}


async def _splurge(person: Person, friend: Person, livestock_id: str) -> Any:
    """Buys with an empty wallet: what was in it is sent to a friend first."""
    amount = usd((await person.balance())[0])
    await person.post("/wallet/transfer", {"recipient_id": friend.id, "amount": amount})
    return await person.buy(livestock_id)


async def _treat(stage: Stage, admin: Person, animal: dict[str, Any]) -> None:
    """Weighs the animal, gives it a medicine, and waits until the marketplace shows what that means."""
    path = f"/livestock/{animal['id']}"
    await admin.post(f"{path}/weights", {"weight_kg": "49.00"})
    grown = await admin.get(path)
    stage.fact(f"{grown['weight_kg']} kg: worth {grown['value']['amount']} USD, was {animal['value']['amount']}")
    medicine = {
        "name": f"Amoxisan {secrets.token_hex(3)}",
        "active_substance": "amoxicillin",
        "prescription_only": False,
        "withdrawal_periods": [{"livestock_type_id": grown["livestock_type_id"], "meat_days": 28, "milk_days": 7}],
    }
    given = {"medicine_id": (await admin.post("/admin/health/medicines", medicine))["id"], "dose": "7 ml i.m."}
    await admin.post(f"{path}/health", {"record_type": "treatment", "medication": given})

    async def shown() -> Any:
        return (await admin.get(f"/marketplace{path}"))["blocks"]

    for block in await client.until(shown, seconds=30):
        stage.fact(f"the marketplace shows: {block['reason']} until {block['until'][:10]}")


async def _second_factor(stage: Stage, http: httpx.AsyncClient, person: Person) -> list[str]:
    codes = await person.second_factor()
    stage.fact(f"{len(codes)} recovery codes, to be kept on paper")
    answer = await http.post(f"{client.API}/auth/login", json={"login": person.name, "password": person.password})
    stage.fact(f"her password: asked for one of {', '.join(answer.json()['methods'])}, no tokens")
    return codes


async def _try(attempt: Any) -> str:
    try:
        result = await attempt
    except Refused as refused:
        return f"refused, {refused}"
    if result.get("state") == "cancelled":
        return f"order cancelled, {result['reason']}"
    return f"order {result['state']}"


async def _show_purchase(stage: Stage, admin: Person, buyer: Person, order: dict[str, Any]) -> None:
    if order["state"] != "completed":
        raise Failure(f"the order is {order['state']}: {order['reason']}")
    owned = [animal["id"] for animal in (await buyer.get("/my-livestock"))["items"]]
    history = (await buyer.get(f"/livestock/{order['livestock_id']}/owner-history"))["items"]
    stage.fact(f"order {order['state']}: {order['price']['amount']} USD, of which fee {order['fee']['amount']}")
    stage.fact(f"among {buyer.name}'s animals: {'yes' if order['livestock_id'] in owned else 'NO'}")
    owners = [{None: "the platform", buyer.id: buyer.name}.get(row["owner_id"], "another user") for row in history]
    stage.fact(f"owners, newest first: {', '.join(owners)}")
    stage.fact(f"{buyer.name} has {(await buyer.balance())[0]} USD")


@asynccontextmanager
async def _listening(broker: str, stage: Stage) -> AsyncIterator[None]:
    """Shows every event on the stage, through a queue that ends with us."""
    async with await aio_pika.connect(broker) as connection:
        channel = await connection.channel()
        queue = await channel.declare_queue(exclusive=True, auto_delete=True)
        await queue.bind("amigok.events", "#")

        async def show(message: aio_pika.abc.AbstractIncomingMessage) -> None:
            stage.published(message.routing_key or "")

        await queue.consume(show, no_ack=True)
        yield
