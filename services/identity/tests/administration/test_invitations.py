import asyncio
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_contracts.identity import UserEmailVerified, UserRegistered, UserRoleChanged

PASSWORD = "seven grey sheep graze"


@pytest.mark.parametrize("role", ["investor", "gamer", "farm_staff"])
async def test_whoever_is_invited_chooses_the_password(office, role):
    user = await office.invite(role=role, full_name="Vera Vet", notes="starts in May")
    assert (user["role"], user["email_verified"], user["created_by"]) == (role, False, office.id)
    assert (user["full_name"], user["notes"], user["version"]) == ("Vera Vet", "starts in May", 1)
    assert (await office.visitor.login("vera@amigok.test", PASSWORD)).status_code == 401
    assert (await office.accept(username="vera")).status_code == 204
    signed_in = (await office.visitor.login("vera", PASSWORD)).json()
    assert (signed_in["user"]["role"], signed_in["user"]["id"]) == (role, user["id"])
    assert (await office.rig.events(UserRegistered))[-1].role == role
    assert str((await office.rig.events(UserEmailVerified))[-1].user_id) == user["id"]


async def test_a_link_is_good_once_for_three_days_and_replaced_by_the_next(office):
    user = await office.invite()
    first = await office.link()
    assert (await office.call("POST", f"admin/users/{user['id']}/reset-password")).status_code == 204
    body = {"password": PASSWORD, "token": first}
    void = await office.visitor.post("invitations/accept", body)
    assert (void.status_code, void.json()["code"]) == (422, "invalid_invitation")
    clock.set_offset(timedelta(days=3, seconds=1))
    assert (await office.accept()).status_code == 422
    clock.set_offset(timedelta(days=2, hours=23))
    answers = await asyncio.gather(*(office.accept() for _ in range(3)))
    assert sorted(answer.status_code for answer in answers) == [204, 422, 422]


async def test_a_link_takes_no_weak_password_and_no_other_persons_username(office):
    await office.visitor.verified()
    await office.invite()
    assert (await office.accept(password="vera@amigok.test")).json()["code"] == "weak_password"
    assert (await office.accept(username="ADA")).json()["code"] == "username_taken"
    assert (await office.accept(username="vera")).status_code == 204


async def test_an_address_or_username_of_somebody_is_refused(office):
    await office.visitor.verified()
    body = {"email": "ADA@amigok.test", "role": "gamer"}
    assert (await office.call("POST", "admin/users", body)).json()["code"] == "email_taken"
    body = {"email": "vera@amigok.test", "role": "gamer", "username": "Ada"}
    assert (await office.call("POST", "admin/users", body)).json()["code"] == "username_taken"
    assert await office.visitor.mails("vera") == []
    answers = await asyncio.gather(
        *(office.call("POST", "admin/users", {"email": "vera@amigok.test", "role": "gamer"}) for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]


async def test_who_only_claims_an_address_does_not_keep_it_from_an_invitation(office):
    """Nor does the claimant's link, nor registering again, change what the administrator decided."""
    visitor = office.visitor
    await visitor.register("vera", password="chosen by a stranger")
    claimed, _ = await visitor.proof("vera")
    user = await office.invite(role="farm_staff")
    assert (await office.rig.events(UserRoleChanged))[-1].role == "farm_staff"
    assert (await visitor.post("verify-email", {"token": claimed})).status_code == 422
    assert (await visitor.register("vera", username="mallory", password="chosen by a stranger")).status_code == 202
    assert "invitations?token=" in (await visitor.mails("vera"))[-1]
    assert (await office.user(user["id"]))["role"] == "farm_staff"
    assert (await visitor.login("vera@amigok.test", "chosen by a stranger")).status_code == 401
    assert (await office.accept(username="vera")).status_code == 204
    assert (await visitor.login("vera", PASSWORD)).json()["user"]["role"] == "farm_staff"


async def test_a_reset_ends_sessions_voids_the_password_and_keeps_the_username(office):
    visitor = office.visitor
    ada = await visitor.signed_in()
    assert (await office.call("POST", f"admin/users/{ada['user']['id']}/reset-password")).status_code == 204
    assert (await visitor.post("refresh", {"refresh_token": ada["refresh_token"]})).status_code == 401
    assert (await visitor.me(ada["access_token"])).status_code == 401
    assert (await visitor.login()).status_code == 401
    assert (await office.accept("ada", username="adele")).json()["code"] == "username_kept"
    assert (await office.accept("ada", "nine brown cows chew")).status_code == 204
    assert (await visitor.login("ada", "nine brown cows chew")).status_code == 200
    assert (await visitor.login()).status_code == 401


async def test_a_login_that_a_reset_overtakes_is_refused(office, outsider, somebody_waits):
    ada = (await office.visitor.signed_in())["user"]["id"]
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute("UPDATE users SET password_hash = 'another' WHERE id = $1", ada)
    login = asyncio.create_task(office.visitor.login())
    await somebody_waits()
    await transaction.commit()
    answer = await login
    assert (answer.status_code, answer.json()["code"]) == (401, "invalid_credentials")
