"""The platform's main job, played against the running fleet: each step with its time and the events it caused."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from uuid import UUID

import aio_pika
import httpx

from amigok import administrator, client, mailbox, simulator
from amigok import demo_care as care
from amigok import demo_contest as contest
from amigok import demo_farm as farm
from amigok import demo_feed as feed
from amigok import demo_figures as figures
from amigok import demo_money as money
from amigok import demo_notifications as notifications
from amigok import demo_pilot as pilot
from amigok import demo_stream as stream
from amigok import demo_trade as trade
from amigok.client import Person, usd
from amigok.errors import Failure
from amigok.movable_clock import Clock, moving
from amigok.stage import Stage
from amigok.state import State
from amigok_client import AsyncClient, Problem
from amigok_client.api import (
    listings,
    logins,
    ownership,
    proofs,
    search,
    transfers,
)
from amigok_client.models import (
    LivestockDetails,
    LoginIn,
    OfferIn,
    OrderOut,
    OrderPaymentIn,
    SecondFactorOut,
    TransferIn,
)


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
        flock = await farm.stock(stage, admin)
    async with stage.step("2  Two investors register, verify their e-mail, get a wallet and bring 1,000.00 USD in"):
        folder = mailbox.folder(state)
        anna, ben = await asyncio.gather(*(client.sign_up(http, folder, name=name) for name in ("anna", "ben")))
        await money.bring_in(stage, state, anna, "1000.00", method="card")
        await money.bring_in(stage, state, ben, "1000.00", method="paypal")
    first, wanted, patient = flock[0], flock[1], flock[3]
    async with stage.step("3  anna buys the first sheep"):
        order = await anna.buy(first.id)
        await _show_purchase(stage, admin, anna, order)
    async with stage.step("4  anna lists it for 420.00 USD; ben makes an offer, they agree, and both review the sale"):
        order = await trade.haggle(stage, first.id, seller=anna, buyer=ben)
        await _show_purchase(stage, admin, ben, order)
        stage.fact(f"anna has {(await anna.balance())[0]} USD")
        await trade.review(stage, order, buyer=ben, seller=anna)
    async with stage.step("5  Both try to buy the second sheep at once"):
        results = await asyncio.gather(*(_try(person.buy(wanted.id)) for person in (anna, ben)))
        for person, result in zip((anna, ben), results, strict=True):
            stage.fact(f"{person.name}: {result}; balance {' available, '.join(await person.balance())} held")
    async with stage.step("6  ben tries what is forbidden"):
        other = flock[2]
        offer = listings.offer_own_listing(other.id, body=OfferIn(usd("10.00")))
        stage.fact(f"list an animal of another: {await _try(ben.send(offer))}")
        stage.fact(f"buy without the money:     {await _try(_splurge(ben, anna, other))}")
        stage.fact(f"call an admin endpoint:    {await _try(ben.send(proofs.read_reconciliation()))}")
    async with stage.step("7  The fourth sheep has grown, falls ill and is treated: for 28 days nobody can buy it"):
        await farm.treat(stage, admin, patient)
        stage.fact(f"ben: {await _try(ben.buy(patient.id))}")
    async with stage.step("8  carl has an empty wallet and pays for the third sheep by card: one step for him"):
        carl = await client.sign_up(http, folder, name="carl")
        order = await carl.order(flock[2].id, pay_with="payment")
        await money.pay(state, carl, OrderPaymentIn("card", order.id, "order"))
        await _show_purchase(stage, admin, carl, await carl.follow(order.id))
        await money.keep_invoice(stage, state, carl)
    async with stage.step("9  anna turns on a second factor: her password alone opens nothing any more"):
        codes = await _second_factor(stage, http, anna)
    async with stage.step("10  anna takes 200.00 USD out"):
        await money.take_out(stage, state, admin, anna, codes, "200.00")
    async with moving(state) as clock:
        dora = await _look_after(stage, state, admin, carl, flock[2], clock)
        device = await _watch(stage, state, admin, carl, flock[4], clock) if simulator.is_running(state) else None
        await _compete(stage, state, admin, dora, [(carl, flock[2]), (ben, first)], clock)
        if device is not None:
            await stream.retire(admin, device)
    proof = await admin.send(proofs.read_reconciliation())
    print(
        f"\nThe ledger proves itself: {proof.transfers} transfers, {proof.entries} entries, "
        f"sum {proof.total}, {proof.holds_placed} open holds, {len(proof.differences)} differences"
    )


async def second_administrator(http: httpx.AsyncClient, state: State) -> Person:
    """An administrator who may agree to what another has proposed."""
    email = f"admin-{secrets.token_hex(4)}@amigok.test"
    password = await asyncio.to_thread(administrator.another, state, email)
    return await client.sign_in(http, login=email, password=password)


async def _look_after(
    stage: Stage, state: State, admin: Person, carl: Person, ram: LivestockDetails, clock: Clock
) -> Person:
    """The steps in which carl has his ram fed and treated. The clock is moved by a day. Returns who feeds it."""
    async with stage.step("11  The farm hires dora and a veterinarian, vera; carl subscribes to a feed package"):
        dora, vera = await _hire(state, admin)
        await feed.employ(admin, dora, ram.farm_id)
        package = await feed.offer(admin, ram)
        await money.bring_in(stage, state, carl, "100.00", method="card")
        await feed.deliver(stage, dora, ram.farm_id, now=clock.now())
        subscription = await feed.subscribe(stage, carl, ram.id, package)
    async with stage.step("12  A day passes; dora feeds what is on her list, and carl pays for what the ram has eaten"):
        await clock.advance(timedelta(hours=23))
        await feed.feed(stage, dora, ram.farm_id, now=clock.now())
        await clock.advance(timedelta(hours=1))
        await feed.keep_statement(stage, state, carl, subscription)
        await feed.cancel(stage, carl, subscription)
    async with stage.step("13  The ram limps: carl asks for care, accepts the quote and chooses a time"):
        service_id, medicine = await care.equip(admin, vera, ram, today=clock.now().date())
        request = await care.ask(stage, carl, ram.id, service_id)
    async with stage.step("14  vera treats and prescribes; carl pays what it came to and gets the report"):
        await care.treat(stage, vera, request.id, medicine, dose="10")
        await care.give(stage, vera, ram)
        await care.complete(stage, vera, carl, request.id)
        await care.keep_report(stage, state, carl, request.id)
        await care.show_facts(stage, carl, ram.id)
    async with stage.step("15 carl plays: tasks for his ram, points, coins and a badge"):
        await pilot.play(stage, admin, carl, dora, ram, clock)
    return dora


async def _watch(stage: Stage, state: State, admin: Person, carl: Person, ram: LivestockDetails, clock: Clock) -> UUID:
    """The steps in which carl sees his young ram on a camera, until he has sold it. Returns the device's id."""
    async with stage.step("16 The farm gets a device with a camera; carl buys the ram lamb that it shows"):
        device = await stream.enrol(stage, state, admin, ram)
        order = await carl.order(ram.id, pay_with="payment")
        await money.pay(state, carl, OrderPaymentIn("card", order.id, "order"))
        await carl.follow(order.id)
    async with stage.step("17 carl watches his ram live, and keeps a picture"):
        link = await stream.watch(stage, state, carl, ram.id)
        await stream.look(stage, state, carl, ram.id)
    async with stage.step("18 It gets too warm in the barn, and cool again"):
        await stream.overheat(stage, state, admin, ram.farm_id, clock)
    async with stage.step("19 carl sells the ram to emma, who is new here, and sees it no more"):
        emma = await client.sign_up(admin.http, mailbox.folder(state), name="emma")
        await money.bring_in(stage, state, emma, "100.00", method="card")
        await carl.step_up(password=carl.password)  # a day has passed since he has signed in
        await carl.send(listings.offer_own_listing(ram.id, body=OfferIn(usd("90.00"))))
        order = await emma.buy(ram.id)
        stage.fact(f"order {order.state}: {order.price.amount} USD")
        await stream.shut_out(stage, carl, emma, ram.id, link)
    return device


async def _compete(
    stage: Stage, state: State, admin: Person, dora: Person, pairs: Sequence[contest.Pair], clock: Clock
) -> None:
    """The steps in which carl wins a contest against ben, looks at what he earned, and sends ben money."""
    (carl, _), (ben, _) = pairs
    async with stage.step("20 carl and ben enter their animals in a contest: which gains most?"):
        opened = await contest.enter(stage, admin, pairs, clock)
    async with stage.step("21 dora weighs both, two days pass, and she weighs them again"):
        await contest.compete(stage, dora, opened, pairs, clock, gains=("0.90", "0.40"))
    async with stage.step("22 The contest ends: the result is checked offline, and carl gets the prize"):
        await contest.end(stage, state, admin, opened, pairs)
    async with stage.step("23 carl reads what he has earned, down to the ledger's transfers"):
        await figures.explain(stage, carl)
    async with stage.step("24 carl has a report made, as PDF with a chart"):
        await figures.report(stage, state, carl)
    async with stage.step("25 ben wants to be told things; carl sends him 5.00 USD"):
        await notifications.tell(stage, state, ben, carl)


async def _hire(state: State, admin: Person) -> tuple[Person, Person]:
    """Farm staff and a veterinarian. A veterinarian decides, so another administrator agrees."""
    hire = partial(client.hire, admin, await second_administrator(admin.http, state), mailbox.folder(state))
    return await hire(name="dora", role="farm_staff"), await hire(name="vera", role="veterinarian")


async def _splurge(person: Person, friend: Person, animal: LivestockDetails) -> OrderOut:
    """Buys with an empty wallet: what was in it is sent to a friend first."""
    gift = TransferIn(usd((await person.balance())[0]), recipient_id=friend.id)
    await person.send(transfers.transfer(body=gift))
    return await person.buy(animal.id)


async def _second_factor(stage: Stage, http: httpx.AsyncClient, person: Person) -> list[str]:
    codes = await person.second_factor()
    stage.fact(f"{len(codes)} recovery codes, to be kept on paper")
    answer = await AsyncClient(http).send(logins.login(body=LoginIn(person.name, person.password)))
    assert isinstance(answer, SecondFactorOut)
    stage.fact(f"her password: asked for one of {', '.join(answer.methods)}, no tokens")
    return codes


async def _try(attempt: Awaitable[object]) -> str:
    try:
        result = await attempt
    except Problem as problem:
        return f"refused, {problem}"
    if not isinstance(result, OrderOut):
        return "done"
    return f"order cancelled, {result.reason}" if result.state == "cancelled" else f"order {result.state}"


async def _show_purchase(stage: Stage, admin: Person, buyer: Person, order: OrderOut) -> None:
    if order.state != "completed":
        raise Failure(f"the order is {order.state}: {order.reason}")
    owned = [animal.id for animal in (await buyer.send(search.list_my_livestock())).items]
    history = (await buyer.send(ownership.list_owners(order.livestock_id))).items
    stage.fact(f"order {order.state}: {order.price.amount} USD, of which fee {order.fee.amount}")
    stage.fact(f"among {buyer.name}'s animals: {'yes' if order.livestock_id in owned else 'NO'}")
    known = {None: "the platform", buyer.id: buyer.name}
    owners = [known.get(row.owner_id, "another user") for row in history]
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
