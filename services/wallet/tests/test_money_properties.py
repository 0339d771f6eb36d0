"""Whatever comes in, goes out, is disputed, charged or won at once: the ledger adds up and nothing happens twice."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid5

from hypothesis import example, given, settings
from hypothesis import strategies as st

from amigok_chassis.errors import is_outage
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Reject, Retry
from amigok_chassis.testing import Rig, token
from amigok_contracts import Event, Money
from amigok_contracts.payment import (
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    PaymentCompleted,
    PaymentFailed,
    PayoutCompleted,
    PayoutFailed,
    RefundCompleted,
    RefundFailed,
)

PEOPLE = 3
SLOTS = 3

person = st.integers(0, PEOPLE - 1)
cents = st.integers(1_000, 9_000)
NAMES = (
    *("deposit", "deposit_failed", "refund", "refund_done", "refund_failed", "gift", "feed", "care", "prize", "fine"),
    *("withdraw", "approve", "approve", "reject", "cancel", "paid", "unpaid", "opened", "won", "lost"),
    *("place", "pay", "fulfil", "call_off"),
)
transfers = st.lists(st.tuples(st.just("transfer"), person, person, cents), max_size=8)
wishes = st.lists(st.tuples(person, cents), min_size=SLOTS, max_size=SLOTS)
Deed = tuple[Any, ...]


class World:
    """A few people, each slot with somebody's deposit, refund, withdrawal, dispute and so on of one amount."""

    def __init__(self, rig: Rig, bank: Any) -> None:
        self.rig, self.bank, self.admins = rig, bank, list[UUID]()
        self.seed, self.people = new_id(), list[UUID]()
        self.slots: list[tuple[UUID, Money]] = []
        self.orders: list[Any] = []
        self.withdrawals: dict[int, str] = {}
        self.keys: dict[Any, str] = {}
        self.worth: dict[UUID, int] = defaultdict(int)
        self.counted: set[Any] = set()

    async def settle(self, wanted: list[tuple[int, int]]) -> None:
        self.admins = [await self.rig.administrator() for _ in range(2)]
        for _ in range(PEOPLE):
            who = await self.bank.user("50.00")
            self.people.append(who)
            self.worth[who] = 5_000
            await self.rig.is_known(who, kyc="approved")
        self.slots = [(self.people[who], Money.of_minor(amount, "USD")) for who, amount in wanted]
        for who, amount in self.slots:
            seller = self.people[(self.people.index(who) + 1) % PEOPLE]
            self.orders.append(self.bank.order(who, str(amount.amount), seller=seller, fee="1.00"))

    def id(self, what: str, number: int) -> UUID:
        return uuid5(self.seed, f"{what} {number}")

    async def do(self, deed: Deed) -> bool:
        """Does it, again if it was done before; keeps what it must have made of everybody's wealth, once."""
        accepted = await self._do(deed)
        if accepted and deed not in self.counted:
            self.counted.add(deed)
            self._count(deed)
        return accepted

    async def _do(self, deed: Deed) -> bool:
        name, *rest = deed
        if name == "transfer":
            sender, recipient, amount = rest[0], rest[1], rest[2]
            body = {"recipient_id": str(self.people[recipient]), "amount": money(amount)}
            return (await self._post("/transfer", self.people[sender], body, key=deed)) is not None
        (number,) = rest
        if name in ("withdraw", "approve", "reject", "cancel"):
            return await self._withdrawal(name, number)
        return await self._deliver(self._event(name, number))

    def _event(self, name: str, number: int) -> Event | None:
        """What others say; None of a withdrawal that was not asked for."""
        who, amount = self.slots[number]
        order, paid = self.orders[number], {"user_id": who, "amount": amount, "provider": "stripe"}
        deposit = {"payment_id": self.id("deposit", number), **paid, "purpose": "deposit", "order_id": None}
        refund = {"refund_id": self.id("refund", number), "payment_id": self.seed, "user_id": who, "amount": amount}
        own = {"provider": "paypal", "destination": ("provider", "wallet")[number % 2], "charged_to": "user"}
        dispute = {
            "dispute_id": self.id("dispute", number),
            "payment_id": deposit["payment_id"],
            **paid,
            "paid": amount,
            "order_id": None,
            "livestock_id": None,
        }
        payment = {"payment_id": self.id("order", number), **paid, "purpose": "order", "order_id": order.id}
        gift = {**refund, "refund_id": self.id("gift", number), **own, "charged_to": "platform"}
        events: dict[str, Callable[[], Event]] = {
            "deposit": lambda: PaymentCompleted.model_validate(deposit),
            "deposit_failed": lambda: PaymentFailed.model_validate({**deposit, "reason": "declined"}),
            "refund": lambda: self.bank.refund(who, amount, self.id("refund", number)),
            "feed": lambda: self.bank.bill(who, amount, self.id("feed", number), assurance=self.bank.sure()),
            "care": lambda: self.bank.bill(who, amount, self.id("care", number), mandatory=True),
            "fine": lambda: self.bank.fine(who, amount, self.id("fine", number)),
            "prize": lambda: self.bank.prize(who, amount, self.id("prize", number)),
            "refund_done": lambda: RefundCompleted.model_validate({**refund, **own}),
            "refund_failed": lambda: RefundFailed.model_validate({**refund, "charged_to": "user", "reason": "no"}),
            "gift": lambda: RefundCompleted.model_validate(gift),
            "opened": lambda: DisputeOpened.model_validate(dispute),
            "won": lambda: DisputeWon.model_validate(dispute),
            "lost": lambda: DisputeLost.model_validate(dispute),
            "place": lambda: order.placed(funded_by=payment["payment_id"] if number % 2 else None),
            "pay": lambda: PaymentCompleted.model_validate(payment),
            "fulfil": order.fulfilled,
            "call_off": order.cancelled,
        }
        if name in events:
            return events[name]()
        if number not in self.withdrawals:
            return None
        payout = {"withdrawal_id": self.withdrawals[number], **paid}
        return (
            PayoutCompleted.model_validate(payout)
            if name == "paid"
            else PayoutFailed.model_validate({**payout, "reason": "closed"})
        )

    async def _deliver(self, event: Event | None) -> bool:
        """As the consumer does: what lost a race is tried again."""
        for _ in range(6):
            try:
                return event is not None and await self.rig.deliver(event) > 0
            except (Reject, Retry):
                return False
            except Exception as error:
                if not is_outage(error):
                    raise
        raise AssertionError(f"{event} does not get through")

    async def _withdrawal(self, name: str, number: int) -> bool:
        who, amount = self.slots[number]
        if name == "withdraw":
            body = {"amount": amount.model_dump(mode="json"), "method": "paypal", "account": {"email": "a@example.com"}}
            answer = await self._post("/withdraw", who, body, key=(name, number), amr=("pwd", "otp", "mfa"))
            self.withdrawals |= {number: answer["id"]} if answer else {}
            return answer is not None
        if number not in self.withdrawals:
            return False
        path = f"/withdraw/{self.withdrawals[number]}"
        if name == "cancel":
            return await self._post(f"{path}/cancel", who, None, key=(name, number)) is not None
        body = {"status": "approved" if name == "approve" else "rejected", "seen": "requested"}
        by = self.admins[number % 2]
        answer = await self.rig.request("PUT", f"/api/v1/wallet{path}/status", user=by, role="admin", json=body)
        assert answer.status_code in (200, 409), answer.text
        return answer.status_code == 200

    async def _post(self, path: str, user: UUID, body: Any, *, key: Any, **proof: Any) -> Any:
        headers = {
            "Authorization": f"Bearer {token(user, **proof)}",
            "Idempotency-Key": self.keys.setdefault(key, str(new_id())),
        }
        answer = await self.rig.request("POST", f"/api/v1/wallet{path}", json=body, headers=headers)
        assert answer.status_code in (200, 201, 202, 409, 422), answer.text
        return answer.json() if answer.is_success else None

    def _count(self, deed: Deed) -> None:
        """What a deed makes of everybody's wealth, available and held together; charges and debts are counted apart."""
        name, *rest = deed
        if name == "transfer":
            self.worth[self.people[rest[0]]] -= rest[2]
            self.worth[self.people[rest[1]]] += rest[2]
            return
        who, amount = self.slots[rest[0]]
        to_provider = rest[0] % 2 == 0
        signs = {
            "deposit": 1,
            "pay": 1,
            "prize": 1,
            "gift": 0 if to_provider else 1,
            "paid": -1,
            "refund_done": -1 if to_provider else 0,
            "fulfil": -1,
        }
        self.worth[who] += signs.get(name, 0) * amount.minor
        if name == "fulfil":
            self.worth[self.orders[rest[0]].seller] += amount.minor - 100

    async def check(self) -> None:
        """The ledger proves itself, agrees with all processes, and everybody has what they must."""
        await self.bank.prove()
        taken = await self.rig.db.fetch("""
            SELECT user_id, sum(amount)::bigint AS amount FROM (
                SELECT debtor_id AS user_id, taken AS amount FROM debts WHERE state IN ('owed', 'settled')
                UNION ALL SELECT payer_id, amount - owed FROM charges WHERE reason IS NULL
            ) AS parts GROUP BY user_id
        """)
        lost = {row["user_id"]: row["amount"] for row in taken}
        assert await self.wealth() == {who: self.worth[who] - lost.get(who, 0) for who in self.people}
        wrong = await self.rig.db.fetch("""
            SELECT h.purpose, h.state, count(t.id) FROM holds h LEFT JOIN transfers t
                ON t.reference_id = h.reference_id AND t.kind IN ('capture', 'refund', 'withdrawal')
            WHERE h.purpose <> 'wallet.proceeds' GROUP BY h.id HAVING count(t.id) <> (h.state = 'captured')::int
        """)
        assert wrong == []
        claims = await self.rig.db.fetch("""
            SELECT (SELECT coalesce(sum(amount), 0) FROM disputes WHERE state = 'opened') AS claimed,
                (SELECT -coalesce(sum(amount), 0) FROM entries JOIN accounts a ON a.id = account_id
                 WHERE a.kind = 'disputes') AS booked
        """)
        assert claims[0]["claimed"] == claims[0]["booked"]

    async def wealth(self) -> dict[UUID, int]:
        balances = {who: await self.bank.balance(who) for who in self.people}
        return {who: sum(int(each.replace(".", "")) for each in both) for who, both in balances.items()}


def money(minor: int) -> dict[str, str]:
    return {"amount": f"{minor // 100}.{minor % 100:02}", "currency": "USD"}


EVERYTHING: list[list[Deed]] = [
    [(name, each) for each in range(SLOTS) for name in ("deposit", "prize")],
    [(name, each) for each in range(SLOTS) for name in ("place", "withdraw", "refund", "opened", "feed", "pay")],
    [
        (name, each)
        for each in range(SLOTS)
        for name in ("care", "fine", "gift", "approve", "approve", "fulfil", "won", "lost")
    ],
    [(name, each) for each in range(SLOTS) for name in ("paid", "unpaid", "refund_done", "refund_failed", "cancel")],
]


@st.composite
def shuffled(draw: st.DrawFn) -> list[list[Deed]]:
    """All that can happen, and some transfers, in any order; so many at once."""
    deeds = draw(st.permutations([(name, each) for name in NAMES for each in range(SLOTS)] + draw(transfers)))
    at_once = draw(st.integers(4, 16))
    return [deeds[first : first + at_once] for first in range(0, len(deeds), at_once)]


@example(wanted=[(0, 1_000), (1, 1_500), (2, 2_000)], waves=EVERYTHING)
@settings(max_examples=6)
@given(wanted=wishes, waves=shuffled())
async def test_money_in_and_out_adds_up_after_anything_at_once_and_replays_change_nothing(
    rig: Rig, bank: Any, wanted: list[tuple[int, int]], waves: list[list[Deed]]
) -> None:
    world = World(rig, bank)
    await world.settle(wanted)
    done: list[Deed] = []
    for wave in waves:
        fresh = [deed if deed[0] != "transfer" else (*deed, new_id()) for deed in wave]
        accepted = await asyncio.gather(*(world.do(deed) for deed in fresh))
        done += [deed for deed, was_accepted in zip(fresh, accepted, strict=True) if was_accepted]
        await world.check()
    before = await world.wealth()
    balances = [await bank.balance(who) for who in world.people]
    await asyncio.gather(*(world.do(deed) for deed in done))
    await world.check()
    assert await world.wealth() == before
    assert [await bank.balance(who) for who in world.people] == balances
