"""A wallet for tests: it answers requests for money as the real one does."""

from dataclasses import dataclass, field
from uuid import UUID

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import body
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money, parse
from amigok_contracts.money_requests import CaptureRequest, ChargeRequest, HoldRequest, ReleaseRequest, total
from amigok_contracts.wallet import (
    ChargeCompleted,
    ChargeRefused,
    DebtRecorded,
    DebtSettled,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
)


@dataclass
class Hold:
    payer_id: UUID
    amount: Money
    state: str


@dataclass
class Wallet:
    """Balances in minor units by user, in one currency. `earned` is what the platform got."""

    rig: Rig
    balances: dict[UUID, int] = field(default_factory=dict)
    holds: dict[UUID, Hold] = field(default_factory=dict)
    charges: set[UUID] = field(default_factory=set)
    debts: dict[UUID, DebtRecorded] = field(default_factory=dict)
    earned: int = 0
    seen: int = 0

    async def answers(self) -> list[Event]:
        """What it answers to the requests since the last time, oldest first; nothing is delivered."""
        rows = await self.rig.db.fetch(
            "SELECT position, type, version, data FROM outbox WHERE position > $1 ORDER BY position", self.seen
        )
        found: list[Event] = []
        for row in rows:
            self.seen = row["position"]
            found += self._answer(parse(row["type"], row["version"], body(row)))
        return found

    async def answer(self) -> list[Event]:
        """Answers all requests, and what they cause."""
        found: list[Event] = []
        while answers := await self.answers():
            await self.rig.deliver(*answers)
            found += answers
        return found

    async def receives(self, user_id: UUID, minor: int) -> None:
        """Money comes in; debts are settled first."""
        self.balances[user_id] = self.balances.get(user_id, 0) + minor
        for reference_id, debt in list(self.debts.items()):
            if debt.debtor_id == user_id and self.balances[user_id] >= debt.remaining.minor:
                self.balances[user_id] -= debt.remaining.minor
                del self.debts[reference_id]
                nothing = Money.of_minor(0, debt.amount.currency)
                about = {"purpose": debt.purpose, "reference_id": reference_id, "debtor_id": user_id}
                await self.rig.deliver(DebtSettled(**about, amount=debt.amount, remaining=nothing))

    async def expires(self, reference_id: UUID) -> None:
        """A hold has been forgotten."""
        hold = self.holds[reference_id]
        await self.rig.deliver(*self._give_back(reference_id, hold, "care.request", "expired"))

    def _answer(self, event: Event) -> list[Event]:
        if isinstance(event, HoldRequest):
            return self._hold(event)
        if isinstance(event, CaptureRequest):
            return self._capture(event)
        if isinstance(event, ReleaseRequest):
            hold = self.holds.setdefault(event.reference_id, Hold(event.payer_id, _NOTHING, "refused"))
            return self._give_back(event.reference_id, hold, event.purpose, event.reason)
        return self._charge(event) if isinstance(event, ChargeRequest) else []

    def _hold(self, event: HoldRequest) -> list[Event]:
        assert event.reference_id not in self.charges
        about = {"purpose": event.purpose, "reference_id": event.reference_id, "payer_id": event.payer_id}
        if event.reference_id in self.holds:
            return []
        if self.balances.get(event.payer_id, 0) < event.amount.minor:
            self.holds[event.reference_id] = Hold(event.payer_id, event.amount, "refused")
            return [HoldRefused(**about, amount=event.amount, reason="insufficient_funds")]
        self.balances[event.payer_id] -= event.amount.minor
        self.holds[event.reference_id] = Hold(event.payer_id, event.amount, "placed")
        return [HoldPlaced(**about, amount=event.amount, hold_id=new_id(), expires_at=event.expires_at or clock.now())]

    def _capture(self, event: CaptureRequest) -> list[Event]:
        hold, amount = self.holds[event.reference_id], total(event.shares)
        assert hold.state == "placed", hold.state
        assert amount.minor <= hold.amount.minor
        assert amount.currency == hold.amount.currency
        hold.state = "captured"
        self.balances[hold.payer_id] += hold.amount.minor - amount.minor
        self.earned += amount.minor
        about = {"purpose": event.purpose, "reference_id": event.reference_id, "payer_id": hold.payer_id}
        return [HoldCaptured(**about, hold_id=new_id(), transfer_id=new_id(), amount=amount, shares=event.shares)]

    def _give_back(self, reference_id: UUID, hold: Hold, purpose: str, reason: str) -> list[Event]:
        if hold.state != "placed":
            return []
        hold.state = "released"
        self.balances[hold.payer_id] += hold.amount.minor
        about = {"purpose": purpose, "reference_id": reference_id, "payer_id": hold.payer_id}
        return [HoldReleased(**about, hold_id=new_id(), amount=hold.amount, reason=reason)]

    def _charge(self, event: ChargeRequest) -> list[Event]:
        assert event.reference_id not in self.holds
        if event.reference_id in self.charges:
            return []
        self.charges.add(event.reference_id)
        amount, has = total(event.shares), self.balances.get(event.payer_id, 0)
        about = {"purpose": event.purpose, "reference_id": event.reference_id, "payer_id": event.payer_id}
        if has < amount.minor and not event.mandatory:
            return [ChargeRefused(**about, amount=amount, reason="insufficient_funds")]
        taken = min(has, amount.minor)
        self.balances[event.payer_id] = has - taken
        self.earned += amount.minor
        owed = Money.of_minor(amount.minor - taken, amount.currency)
        done = ChargeCompleted(**about, amount=amount, transfer_id=new_id(), shares=event.shares, owed=owed)
        if not owed.minor:
            return [done]
        about = {"purpose": event.purpose, "reference_id": event.reference_id, "debtor_id": event.payer_id}
        debt = self.debts[event.reference_id] = DebtRecorded(**about, amount=owed, remaining=owed)
        return [done, debt]


_NOTHING = Money.of_minor(0, "EUR")
