"""Whatever people, administrators and the marketplace do at once, the ledger adds up and nothing happens twice."""

import asyncio
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.testing import Rig
from amigok_contracts.wallet import AccountCredited, HoldCaptured, HoldPlaced, HoldReleased, TransferCompleted
from wallet.holds.requests import expire as expire_holds

PEOPLE = 3
ORDERS = 3

person = st.integers(0, PEOPLE - 1)
cents = st.integers(1, 9_000)
actions = st.one_of(
    st.tuples(st.just("credit"), person, cents),
    st.tuples(st.just("transfer"), person, person, cents),
    st.tuples(st.sampled_from(["place", "place", "fulfil", "fulfil", "cancel"]), st.integers(0, ORDERS - 1)),
    st.tuples(st.just("expire")),
)
orders = st.lists(st.tuples(person, st.none() | person, cents, st.integers(0, 50)), min_size=ORDERS, max_size=ORDERS)


@dataclass
class Deed:
    """Something that was done, and can be done again."""

    action: tuple[Any, ...]
    key: str
    answer: Any = None


class World:
    """A few people with a few orders among them."""

    def __init__(self, rig: Rig, bank: Any) -> None:
        self.rig, self.bank = rig, bank
        self.people: list[UUID] = []
        self.orders: list[Any] = []

    async def settle(self, wanted: list[tuple[int, int | None, int, int]]) -> None:
        self.people = [await self.bank.user() for _ in range(PEOPLE)]
        for buyer, seller, price, fee in wanted:
            selling = None if seller in (None, buyer) else self.people[seller]
            self.orders.append(
                self.bank.order(self.people[buyer], money(price), seller=selling, fee=money(min(fee, price)))
            )

    async def do(self, deed: Deed) -> bool:
        """Returns whether it was accepted."""
        match deed.action:
            case ["credit", who, amount]:
                if deed.answer is None:
                    await self.bank.credit(self.people[who], money(amount))
                    deed.answer = {}
            case ["transfer", sender, recipient, amount]:
                body = {"recipient_id": str(self.people[recipient]), "amount": dollars(amount)}
                return await self.post(deed, "/api/v1/wallet/transfer", self.people[sender], "investor", body)
            case ["expire"]:
                clock.set_offset(clock.offset() + timedelta(days=8))
                async with self.rig.db.unit_of_work() as db:
                    await expire_holds(db)
                return True
            case [said, number]:
                order = self.orders[number]
                event = {"place": order.placed, "fulfil": order.fulfilled, "cancel": order.cancelled}[said]()
                try:
                    await self.rig.deliver(event)
                except (Reject, Retry):
                    return False
        return True

    async def post(self, deed: Deed, path: str, user: UUID, role: str, body: Any) -> bool:
        answer = await self.rig.request(
            "POST", path, user=user, role=role, json=body, headers={"Idempotency-Key": deed.key}
        )
        assert answer.status_code in (201, 403, 409, 422), answer.text
        if answer.status_code != 201:
            return False
        assert deed.answer in (None, answer.json())
        deed.answer = answer.json()
        return True

    async def told(self) -> dict[UUID, tuple[int, int]]:
        """What everybody must have, in cents, by what the wallet has told of them: available and held."""
        available: dict[UUID, int] = defaultdict(int)
        held: dict[UUID, int] = defaultdict(int)
        ended: Counter[UUID] = Counter()
        for credited in await self.rig.events(AccountCredited):
            available[credited.user_id] += credited.amount.minor
        for sent in await self.rig.events(TransferCompleted):
            available[sent.sender_id] -= sent.amount.minor
            available[sent.recipient_id] += sent.amount.minor
        for placed in await self.rig.events(HoldPlaced):
            available[placed.payer_id] -= placed.amount.minor
            held[placed.payer_id] += placed.amount.minor
        for released in await self.rig.events(HoldReleased):
            ended[released.reference_id] += 1
            available[released.payer_id] += released.amount.minor
            held[released.payer_id] -= released.amount.minor
        assert not ended or max(ended.values()) == 1
        captures = await self.rig.events(HoldCaptured)
        assert len({captured.reference_id for captured in captures}) == len(captures)
        for captured in captures:
            source = available if captured.reference_id in ended else held
            source[captured.payer_id] -= captured.amount.minor
            for share in captured.shares:
                if share.payee_id is not None:
                    available[share.payee_id] += share.amount.minor
        return {who: (available[who], held[who]) for who in self.people}

    async def found(self) -> dict[UUID, tuple[int, int]]:
        """What everybody has."""
        balances = {who: await self.bank.balance(who) for who in self.people}
        return {who: (minor(available), minor(held)) for who, (available, held) in balances.items()}


def money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


def dollars(cents: int) -> dict[str, str]:
    return {"amount": money(cents), "currency": "USD"}


def minor(amount: str) -> int:
    return int(amount.replace(".", ""))


@settings(max_examples=25)
@given(wanted=orders, waves=st.lists(st.lists(actions, min_size=1, max_size=8), min_size=1, max_size=5))
async def test_the_ledger_adds_up_after_anything_at_once_and_replays_change_nothing(
    rig: Rig, bank: Any, wanted: list[tuple[int, int | None, int, int]], waves: list[list[tuple[Any, ...]]]
) -> None:
    world = World(rig, bank)
    await world.settle(wanted)
    done: list[Deed] = []
    for wave in [[("credit", who, 5_000) for who in range(PEOPLE)], *waves]:
        deeds = [Deed(action, str(new_id())) for action in wave]
        accepted = await asyncio.gather(*(world.do(deed) for deed in deeds))
        done += [deed for deed, was_accepted in zip(deeds, accepted, strict=True) if was_accepted]
        assert await world.found() == await world.told()
        await bank.prove()
    before = await world.found()
    await asyncio.gather(*(world.do(deed) for deed in done if deed.action != ("expire",)))
    assert await world.found() == before == await world.told()
    await bank.prove()
    clock.set_offset(timedelta())
