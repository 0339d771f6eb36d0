import asyncio
from datetime import timedelta

import pytest

from amigok_chassis import clock
from amigok_chassis.audit import proof
from amigok_chassis.ids import new_id
from amigok_contracts.identity import UserDeleted, UserDeletionRequested, UserStandingChanged
from identity.deletions.answers import ANSWERS

EVERYTHING = """
SELECT string_agg(query_to_xml(format('SELECT * FROM %I', table_name), true, false, '')::text, '')
FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
"""


async def test_a_deleted_user_is_nowhere_and_the_id_stays(office):
    visitor = office.visitor
    await visitor.verified(full_name="Ada Lovelace")
    ada = (await visitor.login()).json()
    path = f"admin/users/{ada['user']['id']}"
    await office.call("PUT", path, {"version": 1, "full_name": "Countess Lovelace", "notes": "Lovelace pays late"})
    await office.call("PUT", f"{path}/status", {"status": "deactivated", "reason": "Lovelace again"})
    assert "Lovelace" in (await office.rig.db.fetch(EVERYTHING))[0][0]
    for _ in range(2):
        assert (await office.delete(ada["user"]["id"])).json()["state"] == "done"
    left = (await office.rig.db.fetch(EVERYTHING))[0][0].lower()
    for trace in ("lovelace", "ada@amigok.test", ">ada<"):
        assert trace not in left, trace
    user = await office.user(ada["user"]["id"])
    assert (user["status"], user["role"], user["full_name"], user["email_verified"]) == (
        "deleted",
        "investor",
        None,
        False,
    )
    (event,) = await office.rig.events(UserDeleted)
    assert (str(event.user_id), event.status) == (ada["user"]["id"], "deleted")
    assert (await visitor.me(ada["access_token"])).status_code == 401
    assert (await visitor.login()).status_code == 401


async def test_address_and_username_of_a_deleted_user_can_register_anew(office):
    first = await office.visitor.signed_in()
    await office.delete(first["user"]["id"])
    second = await office.visitor.signed_in()
    assert second["user"]["email"] == first["user"]["email"]
    assert second["user"]["id"] != first["user"]["id"]


async def test_a_registration_that_waits_for_the_deletion_of_its_address_is_a_new_account(
    office, outsider, somebody_waits
):
    await office.visitor.register()
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute("DELETE FROM users WHERE username = 'ada'")
    registration = asyncio.create_task(office.visitor.register())
    await somebody_waits()
    await transaction.commit()
    assert (await registration).status_code == 202
    assert await office.users("q=ada") == ["ada"]


async def test_proving_an_address_while_it_is_deleted_brings_nobody_back(office, outsider, somebody_waits):
    await office.visitor.register()
    token, _ = await office.visitor.proof()
    ada = (await office.call("GET", "admin/users?q=ada")).json()["items"][0]["id"]
    await outsider.execute("BEGIN; SELECT FROM users WHERE username = 'ada' FOR UPDATE")
    deletion = asyncio.create_task(office.call("DELETE", f"admin/users/{ada}"))
    await somebody_waits()
    proof = asyncio.create_task(office.visitor.post("verify-email", {"token": token}))
    await asyncio.sleep(0.3)
    await outsider.execute("COMMIT")
    assert (await deletion).json()["state"] == "done"
    await proof
    assert (await office.user(ada))["status"] == "deleted"


async def test_nobody_deletes_the_own_account(office):
    await office.administrator("bob")
    answer = await office.call("DELETE", f"admin/users/{office.id}")
    assert (answer.status_code, answer.json()["code"]) == (409, "own_account")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "", {"version": 2, "full_name": "Ada", "notes": None}),
        ("PUT", "/role", {"role": "admin"}),
        ("PUT", "/status", {"status": "active"}),
        ("POST", "/reset-password", None),
    ],
)
async def test_a_deleted_user_is_left_alone(office, method, path, body):
    ada = (await office.visitor.signed_in())["user"]["id"]
    await office.delete(ada)
    answer = await office.call(method, f"admin/users/{ada}{path}", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "user_deleted")


async def test_who_does_not_follow_an_invitation_is_forgotten_in_the_audit_log_too(office):
    vera = (await office.invite(full_name="Vera Vet"))["id"]
    clock.set_offset(timedelta(days=31))
    for job in ("forget_invitations", "forget_mails", "forget_unverified"):
        await office.rig.run_job(job)
    left = (await office.rig.db.fetch(EVERYTHING))[0][0].lower()
    for trace in ("vera", "vet<"):
        assert trace not in left, trace
    root = (await office.visitor.login("root", "the shepherd keeps the gate")).json()["access_token"]
    log = (await office.call("GET", f"admin/identity/audit-log?subject_id={vera}", access=root)).json()["items"]
    assert [entry["action"] for entry in log] == ["user.deleted", "user.created"]
    async with office.rig.db.unit_of_work() as session:
        assert (await proof.verify(session, key=office.rig.db.data_key)).entries == 3


async def test_accounts_that_nobody_proves_in_thirty_days_are_forgotten(office):
    await office.visitor.verified("bob")
    await office.visitor.register("ada")
    ada = (await office.call("GET", "admin/users?q=ada")).json()["items"][0]["id"]
    clock.set_offset(timedelta(days=29))
    await office.visitor.register("cyd")
    await office.rig.run_job("forget_unverified")
    assert await office.rig.events(UserDeleted) == []
    clock.set_offset(timedelta(days=31))
    await office.rig.run_job("forget_unverified")
    assert [str(event.user_id) for event in await office.rig.events(UserDeleted)] == [ada]
    left = await office.rig.db.fetch("SELECT username FROM users ORDER BY username")
    assert [row[0] for row in left] == ["bob", "cyd", "root"]


async def test_who_still_has_something_stays_and_is_told_what(office):
    ada = (await office.visitor.signed_in())["user"]["id"]
    answer = (await office.delete(ada, wallet=("balance", "holds"), farm=("animals",))).json()
    assert (answer["state"], answer["obstacles"]) == ("refused", {"farm": ["animals"], "wallet": ["balance", "holds"]})
    assert (await office.user(ada))["status"] == "active"
    assert (await office.visitor.login()).status_code == 200
    assert (await office.delete(ada)).json()["state"] == "done"


async def test_nobody_acts_while_services_are_asked(office):
    ada = await office.visitor.signed_in()
    path = f"admin/users/{ada['user']['id']}"
    first = (await office.call("DELETE", path)).json()
    assert (first["state"], (await office.call("DELETE", path)).json()) == ("checking", first)
    assert (await office.visitor.me(ada["access_token"])).status_code == 401
    assert (await office.visitor.login()).json()["code"] == "account_deactivated"
    back = await office.call("PUT", f"{path}/status", {"status": "active"})
    assert (back.status_code, back.json()["code"]) == (409, "deletion_under_way")
    (asked,) = await office.rig.events(UserDeletionRequested)
    standing = (await office.rig.events(UserStandingChanged))[-1]
    assert (str(asked.request_id), standing.status) == (first["id"], "deactivated")


async def test_a_deactivated_account_whose_deletion_is_refused_stays_deactivated(office):
    ada = (await office.visitor.signed_in())["user"]["id"]
    await office.call("PUT", f"admin/users/{ada}/status", {"status": "deactivated", "reason": "gone abroad"})
    assert (await office.delete(ada, farm=("animals",))).json()["state"] == "refused"
    user = await office.user(ada)
    assert (user["status"], user["status_reason"]) == ("deactivated", "gone abroad")


async def test_answers_that_come_twice_or_late_change_nothing(office):
    ada = (await office.visitor.signed_in())["user"]["id"]
    request = (await office.call("DELETE", f"admin/users/{ada}")).json()["id"]
    wallet, *others = ANSWERS
    about = {"request_id": request, "user_id": ada, "obstacles": ()}
    for _ in range(len(others) + 2):
        await office.rig.deliver(wallet.model_validate(about))
    assert (await office.user(ada))["status"] == "deactivated"
    await office.rig.deliver(*(event.model_validate(about) for event in others))
    assert (await office.user(ada))["status"] == "deleted"
    await office.rig.deliver(wallet.model_validate(about | {"obstacles": ("balance",)}))
    await office.rig.deliver(wallet.model_validate(about | {"request_id": new_id()}))
    assert (await office.user(ada))["status"] == "deleted"
