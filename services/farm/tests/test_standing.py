"""Who is deactivated or deleted is given nothing, and what keeps a person from being deleted is told."""

from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.farm import LivestockOwnershipTransferred, LivestockTransferRefused

ANNA, BORA = new_id(), new_id()
FEE = {"amount": "25.00", "currency": "USD"}


@pytest.mark.parametrize("status", ["deactivated", "deleted"])
async def test_who_is_not_active_is_no_recipient_and_no_seller(yard, rig, status):
    platforms, annas = await yard.register(), await yard.bought(ANNA)
    await rig.is_known(ANNA, status=status)
    await yard.sell(platforms, ANNA)
    await yard.sell(annas, BORA, seller=ANNA)
    refused = await rig.events(LivestockTransferRefused)
    assert [event.reasons for event in refused] == [("recipient_inactive",), ("seller_inactive",)]
    assert len(await rig.events(LivestockOwnershipTransferred)) == 1
    await rig.is_known(ANNA)
    await yard.sell(annas, BORA, seller=ANNA)
    assert (await yard.history(annas))[-1]["owner_id"] == str(BORA)


@pytest.mark.parametrize("status", ["deactivated", "deleted"])
async def test_who_is_not_active_is_put_on_no_staff(yard, rig, status):
    hand = await rig.is_known(new_id(), role="farm_staff", status=status)
    answer = await yard.change("PUT", f"admin/farms/{yard.farm_id}/staff/{hand}")
    assert (answer.status_code, answer.json()["code"]) == (403, "account_inactive")
    listed = await yard.rig.request("GET", f"/api/v1/admin/farms/{yard.farm_id}/staff", user=new_id(), role="admin")
    assert str(hand) not in [each["user_id"] for each in listed.json()["items"]]


async def requested(yard, animal, owner=ANNA):
    body = {"reason": "Moving it.", "wished_on": clock.now().date().isoformat()}
    answer = await yard.change("POST", f"livestock/{animal}/withdraw-request", body, user=owner)
    assert answer.status_code == 201, answer.text
    return f"admin/removals/{answer.json()['id']}"


def day(version, days=3):
    return {"scheduled_on": (clock.now() + timedelta(days=days)).date().isoformat(), "fee": FEE, "version": version}


async def test_an_approval_of_somebody_who_is_no_administrator_any_more_lets_no_animal_go(yard, rig):
    path, other = await requested(yard, await yard.bought(ANNA)), await rig.administrator()
    assert (await yard.change("POST", f"{path}/approve", day(1), user=other, role="admin")).status_code == 200
    await rig.is_known(other, role="investor")
    gone = await yard.change("POST", f"{path}/complete", {"version": 2})
    assert (gone.status_code, gone.json()["code"]) == (409, "approver_gone")
    assert (await yard.change("POST", f"{path}/approve", day(2))).json()["version"] == 3
    assert (await yard.change("POST", f"{path}/complete", {"version": 3})).json()["state"] == "completed"


@pytest.mark.parametrize("step", ["approve", "reject", "complete"])
async def test_nobody_decides_on_the_removal_of_their_own_animal_nor_a_new_administrator(yard, rig, step):
    path = await requested(yard, await yard.bought(ANNA))
    body = {"approve": day(1), "reject": {"reason": "Too young.", "version": 1}, "complete": {"version": 1}}[step]
    newcomer = await rig.is_known(new_id(), role="admin", decides_from=clock.now() + timedelta(days=1))
    await rig.is_known(ANNA, role="admin", decides_from=clock.now())
    for user, code in [(ANNA, "own_behalf"), (newcomer, "decision_does_not_count")]:
        answer = await yard.change("POST", f"{path}/{step}", body, user=user, role="admin")
        assert (answer.status_code, answer.json()["code"]) == (403, code)


async def test_an_animal_of_somebody_who_is_shut_out_does_not_leave(yard, rig):
    path = await requested(yard, await yard.bought(ANNA))
    await rig.is_known(ANNA, status="deactivated")
    assert (await yard.change("POST", f"{path}/approve", day(1))).json()["code"] == "owner_inactive"
    await rig.is_known(ANNA)
    assert (await yard.change("POST", f"{path}/approve", day(1))).status_code == 200
    await rig.is_known(ANNA, status="deleted")
    assert (await yard.change("POST", f"{path}/complete", {"version": 2})).json()["code"] == "owner_inactive"
    assert (await yard.change("POST", f"{path}/reject", {"reason": "Closed.", "version": 2})).status_code == 200


async def test_who_decides_says_which_version_they_have_read(yard):
    path = await requested(yard, await yard.bought(ANNA))
    assert (await yard.change("POST", f"{path}/approve", day(1))).status_code == 200
    assert (await yard.change("POST", f"{path}/approve", day(2, days=9))).status_code == 200
    for step, body in [("complete", {}), ("reject", {"reason": "Too young."}), ("approve", day(2))]:
        stale = await yard.change("POST", f"{path}/{step}", body | {"version": 2})
        assert (stale.status_code, stale.json()["code"], stale.json()["version"]) == (409, "version_conflict", 3)
    assert (await yard.change("POST", f"{path}/complete", {"version": 3})).status_code == 200


async def test_what_an_administrator_has_sent_is_not_worked_off_once_they_are_shut_out(yard, rig):
    row = f"{yard.farm_id},{yard.breed_id},T-1,C-1,female,62.50,4.80,USD"
    sheet = f"farm,breed,tag_number,unique_id_card,sex,weight_kg,price_per_kg,currency\n{row}\n"
    path = "/api/v1/admin/livestock/imports"
    sent = await rig.request(
        "POST", path, user=yard.admin, role="admin", content=sheet.encode(), headers={"Content-Type": "text/csv"}
    )
    assert sent.status_code == 202, sent.text
    await rig.is_known(yard.admin, role="admin", status="deactivated")
    await rig.run_task("process_import")
    errors = await rig.request("GET", f"{path}/{sent.json()['id']}/errors", user=new_id(), role="admin")
    assert [each["code"] for each in errors.json()["items"]] == ["account_inactive"]
    assert await rig.db.fetch("SELECT id FROM livestock") == []
