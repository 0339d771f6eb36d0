"""Administrators have a second factor, where the installation asks for it."""

import pytest

from amigok_chassis.testing import running
from identity.main import service
from identity.registration.service import create_administrator

PASSWORD = "the shepherd keeps the gate"


@pytest.fixture
async def visitor(visit):
    async with running(service, require_second_factor=True) as rig:
        yield await visit(rig)


@pytest.fixture
async def root(visitor, person):
    await create_administrator(visitor.rig.db, email="root@amigok.test", username="root", password=PASSWORD)
    return person(visitor, "root", (await visitor.login("root", PASSWORD)).json())


async def users(someone):
    answer = await someone.visitor.rig.http.get(
        "/api/v1/admin/users", headers={"Authorization": f"Bearer {someone.access}"}
    )
    return answer.status_code, answer.json().get("code")


async def test_an_administrator_sets_a_factor_up_and_is_let_in_when_it_was_used(root):
    assert await users(root) == (403, "second_factor_required")
    await root.switch_on()
    assert await users(root) == (403, "second_factor_required")
    root.tokens |= (await root.post("step-up", {"code": root.next_code()})).json()
    assert await users(root) == (200, None)
    root.tokens = (await root.visitor.post("refresh", {"refresh_token": root.tokens["refresh_token"]})).json()
    assert await users(root) == (200, None)
    challenge = (await root.visitor.login("root", PASSWORD)).json()["challenge"]
    root.tokens = (await root.second(challenge, recovery_code=root.recovery_codes[0])).json()
    assert await users(root) == (200, None)


async def test_a_passkey_is_enough_to_step_up_and_to_sign_in(root, device):
    await root.add_passkey(device)
    options = (await root.post("step-up/options")).json()["passkey_options"]
    root.tokens |= (await root.post("step-up", {"passkey": device.get(options)})).json()
    assert await users(root) == (200, None)
    options = (await root.visitor.post("passkeys/login/options")).json()["public_key"]
    root.tokens = (await root.visitor.post("passkeys/login", {"credential": device.get(options)})).json()
    assert await users(root) == (200, None)


async def test_an_administrator_keeps_one_factor(root, device):
    await root.switch_on()
    refused = await root.post("2fa/disable", {"code": root.next_code()})
    assert (refused.status_code, refused.json()["code"]) == (409, "last_factor")
    passkey = await root.add_passkey(device)
    assert (await root.post("2fa/disable", {"code": root.next_code()})).status_code == 204
    refused = await root.request("DELETE", f"passkeys/{passkey}")
    assert (refused.status_code, refused.json()["code"]) == (409, "last_factor")


async def test_who_is_no_administrator_may_do_without(arrive):
    ada = await arrive("ada")
    await ada.switch_on()
    assert (await ada.post("2fa/disable", {"code": ada.next_code()})).status_code == 204
