"""Roles that decide on what others propose take two administrators, neither of whom gets them."""

from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_contracts.identity import UserStandingChanged

DECIDING = pytest.mark.parametrize("role", ["admin", "veterinarian"])


async def propose(office, role):
    """The user's id and the proposal."""
    ada = (await office.visitor.signed_in())["user"]["id"]
    answer = await office.call("PUT", f"admin/users/{ada}/role", {"role": role})
    assert answer.status_code == 202, answer.text
    return ada, answer.json()


@DECIDING
async def test_a_role_that_decides_is_given_when_another_administrator_agrees(office, role):
    ada, proposal = await propose(office, role)
    assert (await office.user(ada))["role"] == "investor"
    refused = await office.decide(proposal["id"], access=office.access)
    assert (refused.status_code, refused.json()["code"]) == (403, "own_proposal")
    assert (await office.decide(proposal["id"])).json()["state"] == "approved"
    assert (await office.user(ada))["role"] == role


@DECIDING
async def test_who_is_invited_with_a_role_that_decides_waits_for_it(office, role):
    answer = (await office.call("POST", "admin/users", {"email": "vera@amigok.test", "role": role})).json()
    assert (answer["role"], answer["proposal"]["payload"]["role"]) == ("investor", role)
    assert (await office.decide(answer["proposal"]["id"])).status_code == 200
    await office.accept()
    assert (await office.user(answer["id"]))["role"] == role


async def test_a_new_administrator_agrees_to_nothing_for_a_day(office):
    ada, proposal = await propose(office, "admin")
    await office.decide(proposal["id"])
    access = (await office.visitor.login()).json()["access_token"]
    bob = (await office.visitor.signed_in("bob"))["user"]["id"]
    second = (await office.call("PUT", f"admin/users/{bob}/role", {"role": "admin"})).json()
    early = await office.decide(second["id"], access=access)
    assert (early.status_code, early.json()["code"]) == (403, "decision_does_not_count")
    clock.set_offset(timedelta(hours=25))
    access = (await office.visitor.login()).json()["access_token"]
    assert (await office.decide(second["id"], access=access)).status_code == 200
    (told,) = [event for event in await office.rig.events(UserStandingChanged) if str(event.user_id) == ada][-1:]
    assert told.role == "admin"


async def test_a_proposal_of_an_administrator_who_lost_the_role_gives_nothing(office):
    otto = await office.administrator("otto")
    await office.administrator("carl")
    ada = (await office.visitor.signed_in())["user"]["id"]
    path = f"admin/users/{ada}/role"
    proposal = (await office.call("PUT", path, {"role": "admin"}, access=otto["access_token"])).json()
    await office.call("PUT", f"admin/users/{otto['user']['id']}/role", {"role": "gamer"})
    refused = await office.decide(proposal["id"], access=office.access)
    assert (refused.status_code, refused.json()["code"]) == (409, "proposer_gone")
    assert (await office.user(ada))["role"] == "investor"


async def test_all_that_decides_what_a_user_may_do_is_told_whole_and_in_order(office):
    ada = (await office.visitor.signed_in())["user"]["id"]
    await office.call("PUT", f"admin/users/{ada}/role", {"role": "gamer"})
    await office.call("PUT", f"admin/users/{ada}/status", {"status": "deactivated", "reason": "unpaid"})
    told = [event for event in await office.rig.events(UserStandingChanged) if str(event.user_id) == ada]
    assert [(each.role, each.status, each.verified) for each in told] == [
        ("investor", "active", True),
        ("gamer", "active", True),
        ("gamer", "deactivated", True),
    ]
    versions = [each.aggregate_version for each in told]
    assert versions == sorted(set(versions))
