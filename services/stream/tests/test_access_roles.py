"""Who sees animals by their role, and that the audit log is told."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.auth import Principal
from amigok_chassis.ids import new_id
from amigok_contracts import Event, Money
from amigok_contracts.care import CareCompleted, CareDeclined, CareScheduled
from amigok_contracts.care_visits import (
    CareEmergencyEscalated,
    CareEmergencyRaised,
    CareHandedOver,
    CareUnscheduled,
)
from amigok_herd import LivestockNotFound
from services.stream.tests.conftest import Yard
from services.stream.tests.test_access import viewing
from stream.access.service import require_viewing


class Case:
    """A request for care, as care tells of it."""

    def __init__(self, livestock_id: UUID) -> None:
        self.ids: dict[str, Any] = {"request_id": new_id(), "livestock_id": livestock_id, "owner_id": None}
        self.now = clock.now()

    def scheduled(self, veterinarian_id: UUID) -> Event:
        until = self.now + timedelta(hours=1)
        return CareScheduled(**self.ids, veterinarian_id=veterinarian_id, starts_at=self.now, ends_at=until)

    def completed(self, veterinarian_id: UUID) -> Event:
        cost = Money.of_minor(0, "EUR")
        return CareCompleted(**self.ids, farm_id=None, veterinarian_id=veterinarian_id, care_type="checkup", cost=cost)

    def unscheduled(self, veterinarian_id: UUID) -> Event:
        return CareUnscheduled(**self.ids, veterinarian_id=veterinarian_id, starts_at=None, cause="absent")


async def sees(yard: Yard, livestock_id: UUID, by: UUID, role: str = "veterinarian") -> bool:
    try:
        return (await viewing(yard, livestock_id, by, role)).live
    except LivestockNotFound:
        return False


async def test_veterinarians_see_an_animal_while_its_case_is_theirs(yard: Yard) -> None:
    livestock_id, first, second = await yard.animal(), new_id(), new_id()
    case = Case(livestock_id)
    handed = CareHandedOver(
        **case.ids, previous_veterinarian_id=first, veterinarian_id=second, starts_at=case.now, cause="absent"
    )
    seen = []
    for event in (case.scheduled(first), handed, case.unscheduled(first), case.completed(second)):
        await yard.rig.deliver(event)
        seen.append((await sees(yard, livestock_id, first), await sees(yard, livestock_id, second)))
    assert seen == [(True, False), (False, True), (False, True), (False, False)]
    assert not await sees(yard, await yard.animal(), first)
    ended = await yard.rig.db.fetch("SELECT user_id FROM revocations WHERE livestock_id = $1", livestock_id)
    assert [row["user_id"] for row in ended] == [first, second]


async def test_a_case_that_has_ended_is_not_opened_by_what_comes_late(yard: Yard) -> None:
    livestock_id, veterinarian = await yard.animal(), new_id()
    case = Case(livestock_id)
    await yard.rig.deliver(CareDeclined(**case.ids, reason="not_possible"), case.scheduled(veterinarian))
    assert not await sees(yard, livestock_id, veterinarian)


async def test_whoever_is_asked_for_an_emergency_sees_the_animal_until_the_next_is(yard: Yard) -> None:
    livestock_id, first, second = await yard.animal(), new_id(), new_id()
    case = Case(livestock_id)
    raised = CareEmergencyRaised(**case.ids, farm_id=None, veterinarian_id=first, answer_by=case.now)
    await yard.rig.deliver(raised)
    assert await sees(yard, livestock_id, first)
    await yard.rig.deliver(
        CareEmergencyEscalated(**case.ids, previous_veterinarian_id=first, veterinarian_id=second, answer_by=case.now)
    )
    assert (await sees(yard, livestock_id, first), await sees(yard, livestock_id, second)) == (False, True)


async def test_a_case_means_nothing_to_who_is_no_veterinarian(yard: Yard) -> None:
    livestock_id = await yard.animal()
    await yard.rig.deliver(Case(livestock_id).scheduled(yard.stranger))
    assert not await sees(yard, livestock_id, yard.stranger, "investor")


@pytest.mark.parametrize("status", ["deactivated", "deleted"])
async def test_whoever_is_shut_out_sees_nothing(yard: Yard, status: str) -> None:
    livestock_id = await yard.animal()
    for user_id in (yard.owner, yard.admin):
        await yard.rig.is_known(user_id, status=status)
    assert not await sees(yard, livestock_id, yard.owner, "investor")
    assert not await sees(yard, livestock_id, yard.admin, "admin")


async def test_the_last_owner_of_a_dead_animal_keeps_what_was_theirs(yard: Yard) -> None:
    livestock_id = await yard.animal()
    await yard.die(livestock_id)
    seen = await viewing(yard, livestock_id, yard.owner)
    assert (seen.live, seen.includes(clock.now() - timedelta(days=1))) == (False, True)
    assert not (await viewing(yard, livestock_id, yard.admin, "admin")).live


async def test_who_looks_by_their_role_is_told_to_the_log_once_in_some_minutes(yard: Yard) -> None:
    first, second = await yard.animal(), await yard.animal()
    for livestock_id, by, role in (
        (first, yard.admin, "admin"),
        (first, yard.admin, "admin"),
        (second, yard.admin, "admin"),
        (first, yard.hand, "farm_staff"),
        (first, yard.owner, "investor"),
    ):
        await viewing(yard, livestock_id, by, role)
    for _ in range(2):
        await yard.rig.run_job("tell_views")
    told = [
        (entry["actor_id"], entry["subject_id"], entry["after"]["basis"])
        for entry in await yard.rig.told()
        if entry["action"] == "livestock.viewed"
    ]
    expected = [(yard.admin, first, "admin"), (yard.admin, second, "admin"), (yard.hand, first, "farm_staff")]
    assert sorted(told) == sorted((str(by), str(of), basis) for by, of, basis in expected)


async def test_looking_within_a_transaction_is_told_as_well(yard: Yard) -> None:
    livestock_id = await yard.animal()
    async with yard.rig.db.unit_of_work() as db:
        await require_viewing(db, Principal(yard.admin, "admin", "", 0.0), livestock_id)
    await yard.rig.run_job("tell_views")
    assert [entry["actor_id"] for entry in await yard.rig.told()] == [str(yard.admin)]
