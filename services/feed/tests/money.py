"""A wallet for tests: it answers what feed asks for as the real one does, and keeps the books."""

from collections import defaultdict
from uuid import UUID, uuid4

from amigok_chassis.outbox import body
from amigok_chassis.testing import Rig
from amigok_contracts import Event, Money, parse
from amigok_contracts.money_requests import (
    CaptureRequest,
    ChargeRequest,
    HoldRequest,
    MoneyRequest,
    ReleaseRequest,
    RewardRequest,
    total,
)
from amigok_contracts.wallet import (
    ChargeCompleted,
    DebtRecorded,
    DebtSettled,
    DepositCompleted,
    HoldCaptured,
    HoldPlaced,
    HoldRefused,
    HoldReleased,
    RewardPaid,
)

Key = tuple[str, UUID]


class Wallet:
    """What users have, in minor units of one currency, and what was done with it by purpose and reference."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.available: dict[UUID, int] = defaultdict(int)
        self.held: dict[Key, int] = {}
        self.captured: dict[Key, int] = {}
        self.charged: dict[Key, int] = {}
        self.rewarded: dict[Key, int] = {}
        self.debts: dict[Key, DebtRecorded] = {}
        self.ended: set[Key] = set()
        self.read = 0

    async def answers(self) -> int:
        """Answers everything that was asked since the last time, until nothing more is asked. Returns how much."""
        answered = 0
        while requests := await self._requests():
            for request in requests:
                answered += 1
                for answer in self.answer(request):
                    await self.rig.deliver(answer)
        return answered

    async def deposits(self, user_id: UUID, minor: int) -> None:
        """Money comes in. Debts are settled first, the oldest first."""
        self.available[user_id] += minor
        payment = DepositCompleted(
            payment_id=uuid4(), user_id=user_id, transfer_id=uuid4(), amount=Money.of_minor(minor, "USD")
        )
        settled = list(self._settle(user_id))
        await self.rig.deliver(payment, *settled)

    def answer(self, request: MoneyRequest) -> list[Event]:
        """What the wallet publishes about a request. The same one again changes nothing."""
        key = (request.purpose, request.reference_id)
        if isinstance(request, HoldRequest):
            return self._hold(key, request)
        if isinstance(request, CaptureRequest):
            return self._capture(key, request)
        if isinstance(request, ReleaseRequest):
            return self._release(key, request)
        if isinstance(request, ChargeRequest):
            return self._charge(key, request)
        assert isinstance(request, RewardRequest)
        return self._reward(key, request)

    async def _requests(self) -> list[MoneyRequest]:
        rows = await self.rig.db.fetch(
            "SELECT position, type, version, data FROM outbox WHERE position > $1 ORDER BY position", self.read
        )
        events = [parse(row["type"], row["version"], body(row)) for row in rows]
        self.read = rows[-1]["position"] if rows else self.read
        return [event for event in events if isinstance(event, MoneyRequest)]

    def _hold(self, key: Key, request: HoldRequest) -> list[Event]:
        if key in self.ended or key in self.held:
            return []
        about = {"purpose": key[0], "reference_id": key[1], "payer_id": request.payer_id, "amount": request.amount}
        if self.available[request.payer_id] < request.amount.minor:
            self.ended.add(key)
            return [HoldRefused(**about, reason="insufficient_funds")]
        self.available[request.payer_id] -= request.amount.minor
        self.held[key] = request.amount.minor
        return [HoldPlaced(**about, hold_id=uuid4(), expires_at=request.expires_at)]

    def _capture(self, key: Key, request: CaptureRequest) -> list[Event]:
        if key in self.captured:
            return []
        amount = total(request.shares)
        held = self.held.pop(key)
        assert 0 < amount.minor <= held
        self.available[request.payer_id] += held - amount.minor
        self.captured[key] = amount.minor
        self.ended.add(key)
        return [
            HoldCaptured(
                hold_id=uuid4(),
                purpose=key[0],
                reference_id=key[1],
                transfer_id=uuid4(),
                payer_id=request.payer_id,
                amount=amount,
                shares=request.shares,
            )
        ]

    def _release(self, key: Key, request: ReleaseRequest) -> list[Event]:
        self.ended.add(key)
        if key not in self.held:
            return []
        held = self.held.pop(key)
        self.available[request.payer_id] += held
        return [
            HoldReleased(
                hold_id=uuid4(),
                purpose=key[0],
                reference_id=key[1],
                payer_id=request.payer_id,
                amount=Money.of_minor(held, "USD"),
                reason=request.reason,
            )
        ]

    def _charge(self, key: Key, request: ChargeRequest) -> list[Event]:
        if key in self.charged:
            return []
        amount = total(request.shares)
        taken = min(self.available[request.payer_id], amount.minor)
        owed = Money.of_minor(amount.minor - taken, "USD")
        self.available[request.payer_id] -= taken
        self.charged[key] = amount.minor
        about = {"purpose": key[0], "reference_id": key[1]}
        completed = ChargeCompleted(
            **about,
            transfer_id=uuid4(),
            payer_id=request.payer_id,
            amount=amount,
            shares=request.shares,
            owed=owed,
        )
        if not owed.minor:
            return [completed]
        self.debts[key] = DebtRecorded(
            **about, debtor_id=request.payer_id, amount=owed, remaining=owed, livestock_id=request.livestock_id
        )
        return [completed, self.debts[key]]

    def _reward(self, key: Key, request: RewardRequest) -> list[Event]:
        if key in self.rewarded:
            return []
        self.available[request.payee_id] += request.amount.minor
        self.rewarded[key] = request.amount.minor
        about = {"purpose": key[0], "reference_id": key[1]}
        return [RewardPaid(**about, transfer_id=uuid4(), payee_id=request.payee_id, amount=request.amount)]

    def _settle(self, user_id: UUID) -> list[Event]:
        settled: list[Event] = []
        for key, debt in list(self.debts.items()):
            if debt.debtor_id == user_id and self.available[user_id] >= debt.remaining.minor:
                self.available[user_id] -= debt.remaining.minor
                del self.debts[key]
                nothing = Money.of_minor(0, "USD")
                fields = {
                    name: getattr(debt, name) for name in ("purpose", "reference_id", "debtor_id", "livestock_id")
                }
                settled.append(DebtSettled(**fields, amount=debt.amount, remaining=nothing))
        return settled
