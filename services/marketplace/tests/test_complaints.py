"""Complaints about orders in escrow."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Retry
from amigok_chassis.testing import Rig, machine_holds
from amigok_contracts import Event, Money
from amigok_contracts.farm import LivestockReclaimed
from amigok_contracts.identity import UserDeleted
from amigok_contracts.marketplace import OrderCompleted, OrderFulfilled
from amigok_contracts.marketplace_escrow import (
    ComplaintDecided,
    ComplaintOpened,
    ComplaintReopened,
    OrderEscrowEnded,
    OrderReturnRequested,
    OrderUndone,
)
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon
from marketplace.complaints.machine import COMPLAINTS
from marketplace.complaints.models import Complaint

WRONG = {"reason": "other_animal", "text": "The ear tag is another one."}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


class Case:
    """An order in escrow, and what people do about it."""

    def __init__(self, rig: Rig, market: Any, saga: Any) -> None:
        self.rig, self.market, self.saga = rig, market, saga
        self.buyer, self.seller = saga.order.buyer_id, saga.order.seller_id
        self.id = str(saga.order.order_id)
        self.path = f"{market.path}/orders/{self.id}/complaint"

    async def complain(self, **body: Any) -> httpx.Response:
        return await self.rig.request("POST", self.path, user=self.buyer, json=WRONG | body)

    async def post(self, what: str, user: UUID, **kwargs: Any) -> httpx.Response:
        return await self.rig.request("POST", f"{self.path}/{what}", user=user, **kwargs)

    async def read(self, user: UUID, **kwargs: Any) -> dict[str, Any]:
        answer: dict[str, Any] = (await self.rig.request("GET", self.path, user=user, **kwargs)).json()
        return answer

    async def propose(self, outcome: str, *, by: UUID | None = None, **body: Any) -> httpx.Response:
        seen = await self.read(self.buyer)
        path = f"/api/v1/admin/marketplace/complaints/{seen['id']}/decision"
        body = {"version": seen["version"], "outcome": outcome} | body
        admin = by or await self.rig.administrator()
        return await self.rig.request("POST", path, user=admin, role="admin", json=body)

    async def decide(self, outcome: str, **body: Any) -> httpx.Response:
        return await self.rig.decided(await self.propose(outcome, **body))

    async def state(self) -> tuple[str, str]:
        order = await self.market.order_of(self.id, self.buyer)
        return order["state"], (await self.read(self.buyer)).get("state", "")

    async def return_id(self) -> UUID:
        return (await self.rig.events(OrderReturnRequested))[-1].return_id

    def dispute(self, kind: type[Event], version: int, dispute_id: UUID) -> Event:
        price = self.saga.order.price
        about = {"dispute_id": dispute_id, "payment_id": new_id(), "user_id": self.buyer, "provider": "stripe"}
        of = {"order_id": self.saga.order.order_id, "livestock_id": self.saga.order.livestock_id}
        return kind(**about, **of, amount=price, paid=price, aggregate_version=version)


@pytest.fixture
async def case(rig: Rig, market: Any) -> Case:
    return Case(rig, market, await market.escrowed())


async def later(rig: Rig, days: float) -> None:
    clock.set_offset(clock.offset() + timedelta(days=days))
    await rig.run_job("enforce_deadlines")


def test_a_complaint_moves_as_its_table_says() -> None:
    def take(action: str, state: str | None) -> str:
        complaint = Complaint(state=state, version=1)
        complaint.take(action, now=clock.now())
        assert (complaint.ended_at is None) == (complaint.state in COMPLAINTS.open)
        return complaint.state

    machine_holds(COMPLAINTS, take)


async def test_a_complaint_stops_the_time_until_people_decide(rig: Rig, case: Case) -> None:
    assert (await case.complain()).status_code == 201
    assert (await case.complain()).json()["code"] == "complained_before"
    assert (await case.market.confirm(case.saga)).json()["code"] == "not_in_escrow"
    await later(rig, 60)
    assert await case.state() == ("contested", "open")
    assert await rig.events(OrderFulfilled) == []
    assert (await rig.db.fetch("SELECT count(*) AS n FROM complaints WHERE decide_by < $1", clock.now()))[0]["n"] == 1
    assert [each.reason for each in await rig.events(ComplaintOpened)] == ["other_animal"]


async def test_both_have_their_say_and_others_see_nothing(rig: Rig, case: Case) -> None:
    assert (await case.post("answer", case.seller, json={"text": "No."})).json()["code"] == "complaint_not_found"
    await case.complain()
    assert (await case.post("answer", case.buyer, json={"text": "No."})).status_code == 409
    assert (await case.post("answer", case.seller, json={"text": "It was replaced."})).status_code == 200
    assert (await case.post("answer", case.seller, json={"text": "No."})).json()["code"] == "answered_before"
    photo = {"files": {"file": ("a.png", PNG, "image/png")}}
    added = await case.post("files", case.seller, **photo)
    assert added.status_code == 201, added.text
    assert (await case.post("files", new_id(), **photo)).status_code == 404
    assert (await case.post("files", case.buyer, files={"file": ("a.pdf", b"%PDF-1.4", "")})).status_code == 415
    path = f"{case.path}/files/{added.json()['id']}"
    shown = await rig.request("GET", path, user=case.buyer)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/png")
    assert (await rig.request("GET", path, user=new_id())).status_code == 404
    assert (await case.read(new_id()))["code"] == "complaint_not_found"
    assert [file["side"] for file in (await case.read(case.buyer))["files"]] == ["seller"]
    await rig.deliver(
        UserDeleted(user_id=case.seller, role="investor", status="deleted"),
        UserDeleted(user_id=case.buyer, role="investor", status="deleted"),
    )
    left = await case.read(case.buyer)
    assert (left["text"], left["answer"], left["files"], left["reason"]) == ("", "", [], "other_animal")


async def test_a_withdrawn_complaint_lets_the_escrow_go_on_and_cannot_come_again(rig: Rig, case: Case) -> None:
    await case.complain()
    await later(rig, 15)
    assert (await case.post("withdraw", case.seller)).status_code == 404
    assert (await case.post("withdraw", case.buyer)).json()["state"] == "withdrawn"
    assert (await case.complain()).json()["code"] == "complained_before"
    await later(rig, 0.01)
    assert (await case.state())[0] == "processing"


async def test_two_administrators_release_the_price(rig: Rig, case: Case) -> None:
    await case.complain()
    assert (await case.decide("release")).status_code == 200
    assert await case.state() == ("processing", "released")
    [fulfilled] = await rig.events(OrderFulfilled)
    assert sum(share.amount.minor for share in fulfilled.shares) == 24_000


async def test_a_part_is_paid_with_its_part_of_the_fee(rig: Rig, case: Case) -> None:
    await case.complain()
    for part in ("240.00", "0.00"):
        wrong = await case.propose("part", part={"amount": part, "currency": "USD"})
        assert wrong.json()["code"] == "part_out_of_range"
    assert (await case.propose("part")).status_code == 422
    assert (await case.decide("part", part={"amount": "100.00", "currency": "USD"})).status_code == 200
    [fulfilled] = await rig.events(OrderFulfilled)
    assert [share.amount.minor for share in fulfilled.shares] == [9_750, 250]
    await rig.deliver(case.saga.captured())
    [completed] = await rig.events(OrderCompleted)
    assert (completed.paid, completed.fee) == (Money.of_minor(10_000, "USD"), Money.of_minor(250, "USD"))
    assert [ended.outcome for ended in await rig.events(OrderEscrowEnded)] == ["parted"]


async def test_the_price_goes_back_only_when_the_animal_has(rig: Rig, case: Case) -> None:
    await case.complain(refund_to="provider")
    await case.decide("refund")
    assert await case.state() == ("contested", "returning")
    assert await rig.events(OrderUndone) == []
    assert (await case.post("withdraw", case.buyer)).json()["code"] == "wrong_state"
    back = case.saga.returned(await case.return_id())
    await rig.deliver(back, back, case.saga.return_refused(await case.return_id()))
    await rig.deliver(back)
    assert await case.state() == ("refunded", "refunded")
    [undone] = await rig.events(OrderUndone)
    assert (undone.payer_id, undone.refund_to, undone.reference_id) == (case.buyer, "provider", UUID(case.id))
    assert await rig.events(OrderFulfilled) == []
    assert (await case.market.offer(case.saga.order.livestock_id, case.seller)).status_code == 201


async def test_what_the_farm_refuses_comes_back_to_the_administrators(rig: Rig, case: Case) -> None:
    await case.complain()
    await case.decide("refund")
    first = await case.return_id()
    await rig.deliver(case.saga.return_refused(first))
    assert await case.state() == ("contested", "open")
    assert (await case.read(case.buyer))["reasons"] == ["deceased"]
    assert len(await rig.events(ComplaintReopened)) == 1
    await case.decide("refund")
    assert await case.return_id() != first
    await rig.deliver(case.saga.return_refused(first))
    assert await case.state() == ("contested", "returning")
    await rig.deliver(case.saga.return_refused(await case.return_id()))
    await case.decide("release")
    assert await case.state() == ("processing", "released")


async def test_neither_party_decides_nor_anybody_on_what_has_changed(rig: Rig, case: Case) -> None:
    await case.complain()
    for party in (case.buyer, case.seller):
        await rig.is_known(party, role="admin")
        assert (await case.propose("release", by=party)).json()["code"] == "own_behalf"
    proposal = await case.propose("release")
    assert proposal.status_code == 202, proposal.text
    await case.post("answer", case.seller, json={"text": "It was replaced."})
    assert (await rig.decided(proposal)).json()["code"] == "version_conflict"
    assert await case.state() == ("contested", "open")


async def test_while_the_payment_is_disputed_nothing_is_paid_by_itself(rig: Rig, case: Case) -> None:
    dispute = new_id()
    await rig.deliver(case.dispute(DisputeOpened, 1, dispute))
    assert await case.state() == ("contested", "open")
    assert (await case.read(case.buyer))["opened_by"] == "platform"
    assert (await case.market.confirm(case.saga)).json()["code"] == "not_in_escrow"
    assert (await case.post("withdraw", case.buyer)).status_code == 404
    await rig.deliver(case.dispute(DisputeWon, 3, dispute), case.dispute(DisputeLost, 2, dispute))
    assert await case.state() == ("escrowed", "withdrawn")
    assert (await case.market.confirm(case.saga)).status_code == 200


async def test_a_buyer_whose_payment_is_disputed_does_not_withdraw_their_complaint(rig: Rig, case: Case) -> None:
    await case.complain()
    dispute = new_id()
    await rig.deliver(case.dispute(DisputeOpened, 1, dispute), case.dispute(DisputeLost, 2, dispute))
    assert (await case.post("withdraw", case.buyer)).json()["code"] == "payment_disputed"
    await rig.deliver(case.dispute(DisputeWon, 3, dispute))
    assert await case.state() == ("contested", "open")
    assert (await case.post("withdraw", case.buyer)).status_code == 200


async def test_an_animal_that_the_platform_reclaims_leaves_the_price_to_people(rig: Rig, case: Case) -> None:
    reclaimed = LivestockReclaimed(
        livestock_id=case.saga.order.livestock_id,
        dispute_id=new_id(),
        previous_owner_id=case.buyer,
        reclaimed_at=clock.now(),
        aggregate_version=9,
    )
    await rig.deliver(reclaimed)
    assert (await case.state(), (await case.read(case.buyer))["reason"]) == (("contested", "open"), "reclaimed")
    assert [each.by for each in await rig.events(ComplaintOpened)] == ["platform"]


async def test_news_of_a_dispute_waits_for_the_animal(rig: Rig, market: Any) -> None:
    saga, _ = await market.saga_of(await market.listed(new_id()), new_id())
    case = Case(rig, market, saga)
    await rig.deliver(saga.hold_placed())
    with pytest.raises(Retry):
        await rig.deliver(case.dispute(DisputeOpened, 1, new_id()))


async def test_the_queue_shows_what_waits(rig: Rig, market: Any) -> None:
    cases: Sequence[Case] = [Case(rig, market, await market.escrowed()) for _ in range(2)]
    for case in cases:
        await case.complain()
    await cases[0].decide("release")
    assert len(await rig.events(ComplaintDecided)) == 1
    path = "/api/v1/admin/marketplace/complaints"
    waiting = (await rig.request("GET", path, user=market.admin, role="admin")).json()["items"]
    assert [each["order_id"] for each in waiting] == [cases[1].id]
    one = await rig.request("GET", f"{path}/{waiting[0]['id']}", user=market.admin, role="admin")
    assert one.json() == waiting[0]
    assert (await rig.request("GET", f"{path}/{new_id()}", user=market.admin, role="admin")).status_code == 404
