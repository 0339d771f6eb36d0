"""Calendars of veterinarians: set by themselves or an administrator."""

from typing import Any
from uuid import UUID

import pytest

from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts.identity import UserDeleted

OFFICE = [{"weekday": day, "begins": "09:00", "ends": "17:00"} for day in range(1, 6)]


def calendar(**values: Any) -> dict[str, Any]:
    return {"version": 0, "time_zone": "Europe/Madrid", "hours": OFFICE, **values}


@pytest.fixture
async def vet(rig: Rig) -> UUID:
    return await rig.is_known(new_id(), role="veterinarian")


async def test_a_veterinarian_sets_their_calendar_and_an_administrator_corrects_what_they_saw(
    rig: Rig, vet: UUID
) -> None:
    base = {"latitude": 40.4, "longitude": -3.7}
    mine = await rig.request("PUT", "/api/v1/vet/calendar", user=vet, role="veterinarian", json=calendar(base=base))
    assert mine.status_code == 200, mine.text
    assert mine.json()["version"] == 1
    admin, path = await rig.administrator(), f"/api/v1/admin/veterinarians/{vet}/calendar"
    read = await rig.request("GET", path, user=admin, role="admin")
    assert read.json() == mine.json()
    assert read.json()["hours"] == OFFICE
    stale = await rig.request("PUT", path, user=admin, role="admin", json=calendar(hours=[]))
    assert (stale.status_code, stale.json()["code"], stale.json()["version"]) == (409, "version_conflict", 1)
    changed = await rig.request("PUT", path, user=admin, role="admin", json=calendar(version=1, hours=OFFICE[:1]))
    assert (changed.json()["version"], changed.json()["hours"]) == (2, OFFICE[:1])
    actions = [(each["action"], each["actor_id"]) for each in await rig.told()]
    assert actions == [("calendar.set", str(vet)), ("calendar.set", str(admin))]


async def test_where_a_veterinarian_sets_out_stays_out_of_the_audit_log(rig: Rig, vet: UUID) -> None:
    body = calendar(base={"latitude": 40.4168, "longitude": -3.7038})
    await rig.request("PUT", "/api/v1/vet/calendar", user=vet, role="veterinarian", json=body)
    [entry] = await rig.told()
    assert "40.4168" not in str(entry)


@pytest.mark.parametrize(
    "wrong",
    [
        {"time_zone": "Europe/Atlantis"},
        {"time_zone": "../../etc/passwd"},
        {
            "hours": [
                {"weekday": 1, "begins": "09:00", "ends": "12:00"},
                {"weekday": 1, "begins": "11:59", "ends": "13:00"},
            ]
        },
        {"hours": [{"weekday": 1, "begins": "22:00", "ends": "06:00"}]},
        {"hours": [{"weekday": 8, "begins": "09:00", "ends": "12:00"}]},
        {"hours": [{"weekday": 1, "begins": "09:00", "ends": "24:01"}]},
        {"hours": [{"weekday": 1, "begins": "٠٩:00", "ends": "12:00"}]},
        {"base": {"latitude": 91, "longitude": 0}},
        {"base": {"latitude": 40}},
        {"version": -1},
        {"version": 2**31},
    ],
)
async def test_a_calendar_that_cannot_be_is_refused(rig: Rig, vet: UUID, wrong: dict[str, Any]) -> None:
    answer = await rig.request("PUT", "/api/v1/vet/calendar", user=vet, role="veterinarian", json=calendar(**wrong))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


@pytest.mark.parametrize("standing", [{"role": "investor"}, {"status": "deactivated"}, {"status": "deleted"}])
async def test_who_is_no_active_veterinarian_has_no_calendar(rig: Rig, standing: dict[str, str]) -> None:
    user = await rig.is_known(new_id(), **{"role": "veterinarian", **standing})
    admin = await rig.administrator()
    path = f"/api/v1/admin/veterinarians/{user}/calendar"
    for answer in (
        await rig.request("PUT", path, user=admin, role="admin", json=calendar()),
        await rig.request("GET", path, user=admin, role="admin"),
        await rig.request("PUT", "/api/v1/vet/calendar", user=user, role="veterinarian", json=calendar()),
    ):
        assert (answer.status_code, answer.json()["code"]) == (404, "veterinarian_not_found")


async def test_the_calendar_of_a_deleted_user_is_erased(rig: Rig, vet: UUID) -> None:
    await rig.request("PUT", "/api/v1/vet/calendar", user=vet, role="veterinarian", json=calendar())
    await rig.deliver(UserDeleted(user_id=vet, role="veterinarian", status="deleted"))
    assert await rig.db.fetch("SELECT 1 FROM calendars UNION ALL SELECT 1 FROM working_hours") == []
