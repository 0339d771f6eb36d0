"""Listings that are flagged, reported, taken down, and what their sellers say to that."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, machine_holds
from amigok_contracts.marketplace import ListingPublished, ListingRemoved
from amigok_contracts.marketplace_watching import ListingTakenDown, ReportsDecided, TakedownDecided
from marketplace.listings.content import flags
from marketplace.moderation.machine import REPORTS, TAKEDOWNS
from marketplace.moderation.models import Takedown
from services.marketplace.tests.test_people import news

ADMIN = "/api/v1/admin/marketplace"
WORDS = frozenset({"telegram"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dorper ewe of two years, 68.40 kg, born 2024-03-01, tag UK 0123456 00045", []),
        ("See www.sheep.example or sheep.com", ["link"]),
        ("Write to me@farm.example", ["email"]),
        ("Call +27 82 123 4567", ["phone"]),
        ("Call 082-123-4567 or 0821234567", ["phone"]),
        ("I am on Telegram", ["forbidden_word"]),
    ],
)
def test_ways_around_the_platform_are_found_and_other_text_is_not(text: str, found: list[str]) -> None:
    assert flags(text, WORDS) == found


def test_reports_and_takedowns_move_as_their_tables_say() -> None:
    def take(action: str, state: str | None) -> str:
        row = Takedown(state=state)
        row.become(action)
        return row.state

    machine_holds(TAKEDOWNS, take)
    machine_holds(REPORTS)


class Court:
    def __init__(self, rig: Rig, market: Any) -> None:
        self.rig, self.market = rig, market
        self.seller, self.listing, self.livestock_id = new_id(), "", UUID(int=0)

    async def open(self, **terms: Any) -> None:
        self.livestock_id = await self.market.listed(self.seller, **terms)
        self.listing = await self.market.listing_of(self.livestock_id)

    async def report(self, user: UUID, reason: str = "misleading") -> Any:
        path = f"{self.market.path}/listings/{self.listing}/report"
        return await self.rig.request("POST", path, user=user, json={"reason": reason, "note": "Another animal"})

    async def review(self, verdict: str, admin: UUID | None = None, **changes: Any) -> Any:
        body = {"version": 1, "verdict": verdict, "reason": "misleading", "note": "Looked at it"} | changes
        path = f"{ADMIN}/listings/{self.listing}/review"
        return await self.rig.request("POST", path, user=admin or self.market.admin, role="admin", json=body)

    async def queue(self) -> list[dict[str, Any]]:
        answer = await self.rig.request("GET", f"{ADMIN}/reports", user=self.market.admin, role="admin")
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def takedown(self) -> str:
        answer = await self.rig.request("GET", f"{self.market.path}/my-takedowns", user=self.seller)
        return str(answer.json()["items"][0]["id"])

    async def appeal(self, user: UUID | None = None) -> Any:
        path = f"{self.market.path}/takedowns/{await self.takedown()}/appeal"
        return await self.rig.request("POST", path, user=user or self.seller, json={"text": "It is this animal"})

    async def decide(self, decision: str, admin: UUID) -> Any:
        path = f"{ADMIN}/takedowns/{await self.takedown()}/decision"
        body = {"decision": decision, "note": "Looked again"}
        return await self.rig.request("POST", path, user=admin, role="admin", json=body)


@pytest.fixture
async def court(rig: Rig, market: Any) -> Court:
    court = Court(rig, market)
    await court.open()
    return court


async def test_a_flagged_listing_is_live_and_in_the_queue_until_somebody_has_looked(rig: Rig, market: Any) -> None:
    court = Court(rig, market)
    await court.open(description="Call 082-123-4567")
    [queued] = await court.queue()
    assert (queued["flags"], queued["listing"]["state"], queued["reports"]) == (["phone"], "live", [])
    assert (await court.review("dismissed")).status_code == 204
    assert await court.queue() == []


async def test_users_report_a_listing_once_and_hear_what_came_of_it(rig: Rig, court: Court) -> None:
    reporter = new_id()
    assert (await court.report(court.seller)).json()["code"] == "own_listing"
    assert (await court.report(reporter)).status_code == 204
    assert (await court.report(reporter)).json()["code"] == "reported_before"
    [queued] = await court.queue()
    assert [report["reason"] for report in queued["reports"]] == ["misleading"]
    assert str(reporter) not in str(queued)
    for party in (court.seller, reporter):
        assert (await court.review("taken_down", party)).json()["code"] == "own_behalf"
    assert (await court.review("taken_down", version=2)).json()["code"] == "version_conflict"
    assert (await court.review("taken_down")).status_code == 204
    [told], [taken] = await rig.events(ReportsDecided), await rig.events(ListingTakenDown)
    assert (told.recipient_ids, told.taken_down) == ((reporter,), True)
    assert (taken.recipient_ids, taken.reason) == ((court.seller,), "misleading")
    assert [event.reason for event in await rig.events(ListingRemoved)] == ["taken_down"]
    assert (await court.market.buy(court.livestock_id, new_id())).json()["code"] == "not_listed"
    assert (await court.market.offer(court.livestock_id, court.seller)).json()["code"] == "already_listed"
    assert [entry["action"] for entry in await rig.told()] == ["listing.reviewed"]


async def test_another_administrator_decides_on_an_appeal_and_restores_the_listing(rig: Rig, court: Court) -> None:
    await court.review("taken_down")
    stranger = await court.appeal(new_id())
    assert stranger.json()["code"] == "takedown_not_found"
    assert (await court.appeal()).json()["state"] == "appealed"
    assert (await court.appeal()).json()["code"] == "wrong_state"
    assert (await court.decide("overturned", court.market.admin)).json()["code"] == "own_decision"
    assert (await court.decide("overturned", court.seller)).json()["code"] == "own_behalf"
    decided = (await court.decide("overturned", new_id())).json()
    [shown] = await court.market.shown()
    assert (decided["state"], shown["id"]) == ("overturned", decided["restored_as"])
    assert (shown["price"], shown["state"]) == (court.market.price, "live")
    [told] = await rig.events(TakedownDecided)
    assert (told.stands, str(told.restored_as), told.recipient_ids) == (False, shown["id"], (court.seller,))
    assert len(await rig.events(ListingPublished)) == 2


async def test_a_takedown_that_stands_or_is_not_appealed_ends_the_listing(rig: Rig, court: Court) -> None:
    await court.review("taken_down")
    await court.appeal()
    assert (await court.decide("upheld", new_id())).json()["state"] == "final"
    await court.open()
    await court.review("taken_down")
    clock.set_offset(timedelta(days=15))
    assert (await court.appeal()).json()["code"] == "too_late_for_appeal"
    for _ in range(2):
        await rig.run_job("end_takedowns")
    states = await rig.db.fetch("SELECT DISTINCT state FROM listings")
    assert [row["state"] for row in states] == ["removed"]
    assert (await court.market.offer(court.livestock_id, court.seller)).status_code == 201


async def test_who_is_deleted_leaves_no_text_behind(rig: Rig, court: Court) -> None:
    reporter = new_id()
    await court.report(reporter)
    await rig.deliver(news(reporter, "deleted", 2))
    [row] = await rig.db.fetch("SELECT note FROM listing_reports")
    assert row["note"] == ""
