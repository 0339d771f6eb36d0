"""The catalogue of care services."""

from typing import Any

import pytest

from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockTypeChanged
from care.requests.errors import VeterinarianNotSuitable
from services.care.tests.conftest import Clinic, eur, prices


async def test_administrators_offer_care_and_everybody_reads_it(clinic: Clinic) -> None:
    offered = await clinic.offer("Checkup", "40.00")
    listed = (await clinic.rig.request("GET", "/api/v1/care-services")).json()["items"]
    assert [each["id"] for each in listed] == [offered]
    assert listed[0]["prices"][0] == eur("40.00")
    assert "veterinarian_ids" not in listed[0]
    [entry] = await clinic.rig.told()
    assert entry["action"] == "care_service.added"


async def test_names_that_differ_in_letter_case_are_the_same(clinic: Clinic) -> None:
    await clinic.offer("Checkup")
    body = {"name": "CHECKUP", "care_type": "checkup", "prices": prices("1.00"), "duration_minutes": 30}
    answer = await clinic.as_admin("POST", "admin/care-services", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "care_service_exists")


async def test_a_changed_price_is_for_new_requests_only(clinic: Clinic) -> None:
    quoted = await clinic.quoted("40.00")
    change = {"name": "Checkup", "care_type": "checkup", "prices": prices("90.00"), "duration_minutes": 30}
    path = f"admin/care-services/{quoted['service_id']}"
    for version, status in ((1, 200), (1, 409)):
        answer = await clinic.as_admin("PUT", path, change | {"version": version, "is_active": True})
        assert answer.status_code == status
    assert (await clinic.read(quoted["id"]))["estimate"] == eur("40.00")
    assert (await clinic.asked(await clinic.animal(), quoted["service_id"]))["estimate"] == eur("90.00")


async def test_what_is_in_use_is_retired_and_what_is_not_is_removed(clinic: Clinic) -> None:
    quoted, unused = await clinic.quoted(), await clinic.offer("Unused")
    for service_id in (quoted["service_id"], unused):
        assert (await clinic.as_admin("DELETE", f"admin/care-services/{service_id}")).status_code == 204
    assert (await clinic.rig.request("GET", "/api/v1/care-services")).json()["items"] == []
    kept = (await clinic.rig.request("GET", f"/api/v1/care-services/{quoted['service_id']}")).json()
    assert not kept["is_active"]
    assert (await clinic.rig.request("GET", f"/api/v1/care-services/{unused}")).status_code == 404
    body = {"service_id": quoted["service_id"], "currency": "EUR"}
    again = await clinic.call("POST", f"livestock/{await clinic.animal()}/care-request", body)
    assert (again.status_code, again.json()["code"]) == (409, "care_service_retired")


async def test_care_for_goats_is_not_for_sheep(clinic: Clinic) -> None:
    goats = new_id()
    await clinic.rig.deliver(
        LivestockTypeChanged(livestock_type_id=goats, aggregate_version=1, name="Goat", retired=False)
    )
    body = {"service_id": await clinic.offer("Goat wash", livestock_type_ids=[str(goats)]), "currency": "EUR"}
    answer = await clinic.call("POST", f"livestock/{await clinic.animal()}/care-request", body)
    assert (answer.status_code, answer.json()["code"]) == (422, "other_livestock_type")
    for kind, found in ((goats, 1), (clinic.type_id, 0)):
        listed = await clinic.rig.request("GET", "/api/v1/care-services", params={"livestock_type_id": str(kind)})
        assert len(listed.json()["items"]) == found


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"livestock_type_ids": [str(new_id())]}, "unknown_livestock_type"),
        ({"veterinarian_ids": [str(new_id())]}, "not_a_veterinarian"),
        ({"prices": prices("40.00")[:2]}, "invalid_request"),
        ({"prices": [eur("40.00")] * 3}, "invalid_request"),
        ({"prices": prices("-1.00")}, "invalid_request"),
        ({"prices": prices("1000000.01")}, "invalid_request"),
        ({"duration_minutes": 0}, "invalid_request"),
        ({"name": "\u200b"}, "invalid_request"),
        ({"unknown": 1}, "invalid_request"),
    ],
)
async def test_a_service_is_what_can_be_offered(clinic: Clinic, change: dict[str, Any], code: str) -> None:
    body = {"name": "Checkup", "care_type": "checkup", "prices": prices("40.00"), "duration_minutes": 30} | change
    answer = await clinic.as_admin("POST", "admin/care-services", body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


async def test_only_who_may_do_it_is_assigned(clinic: Clinic) -> None:
    other = await clinic.rig.is_known(new_id(), role="veterinarian")
    offered = await clinic.offer(veterinarian_ids=[str(other)])
    request = await clinic.asked(await clinic.animal(), offered)
    with pytest.raises(VeterinarianNotSuitable):
        await clinic.given(request["id"])
    await clinic.given(request["id"], other)
