import asyncio
import json

import pytest

from amigok_chassis.audit import proof

PASSWORD = "seven grey sheep graze"
OUT = {"status": "deactivated", "reason": "unpaid bills"}


async def verdict(office):
    async with office.rig.db.unit_of_work() as session:
        return await proof.verify(session, key=office.rig.db.data_key)


@pytest.fixture
async def busy(office):
    """An office with seven entries; vera's is the subject of all but the first."""
    vera = (await office.invite(full_name="Vera Vet"))["id"]
    path = f"admin/users/{vera}"
    await office.accept(username="vera")
    await office.call("PUT", path, {"version": 1, "full_name": "Vera Vetter", "notes": None})
    await office.call("PUT", f"{path}/role", {"role": "gamer"})
    await office.call("PUT", f"{path}/status", OUT)
    await office.call("PUT", f"{path}/status", {"status": "active"})
    await office.call("POST", f"{path}/reset-password")
    return office


async def test_every_change_is_told_with_what_was_before_and_after(busy):
    entries = (await busy.entries())[::-1]
    vera = entries[1]["subject_id"]
    assert [entry["number"] for entry in entries] == [1, 2, 3, 4, 5, 6, 7]
    assert {(entry["actor_id"], entry["subject_id"]) for entry in entries[1:]} == {(busy.id, vera)}
    assert all(entry["address"] for entry in entries)
    assert entries[1]["after"].items() >= {"email": "vera@amigok.test", "role": "farm_staff"}.items()
    told = [(entry["action"], entry["before"], entry["after"]) for entry in entries[2:]]
    assert told == [
        ("user.updated", {"full_name": "Vera Vet"}, {"full_name": "Vera Vetter"}),
        ("user.role_changed", {"role": "farm_staff"}, {"role": "gamer"}),
        (
            "user.deactivated",
            {"status": "active", "status_reason": None},
            {"status": "deactivated", "status_reason": "unpaid bills"},
        ),
        (
            "user.reactivated",
            {"status": "deactivated", "status_reason": "unpaid bills"},
            {"status": "active", "status_reason": None},
        ),
        ("user.password_reset", {}, {}),
    ]
    assert not any(word in json.dumps(entries) for word in ("argon2", await busy.link()))


async def test_the_first_administrator_is_the_first_entry(office):
    (entry,) = await office.entries()
    assert (entry["number"], entry["action"], entry["subject_id"]) == (1, "user.created", office.id)
    assert (entry["actor_id"], entry["address"]) == ("00000000-0000-0000-0000-000000000000", "the service")


async def test_what_is_refused_is_not_told(busy):
    vera = (await busy.entries())[0]["subject_id"]
    await busy.call("PUT", f"admin/users/{vera}", {"version": 99, "full_name": None, "notes": None})
    await busy.call("PUT", f"admin/users/{busy.id}/role", {"role": "gamer"})
    await busy.call("PUT", f"admin/users/{vera}/role", {"role": "gamer"})
    assert len(await busy.entries()) == 7


async def test_changes_at_once_make_one_chain(office):
    names = [f"vet{number}" for number in range(8)]
    await asyncio.gather(*(office.invite(name) for name in names))
    assert (await verdict(office)).entries == 9


async def test_the_log_of_a_deleted_user_is_whole_without_what_told_of_the_person(busy):
    vera = (await busy.entries())[0]["subject_id"]
    assert (await busy.delete(vera)).json()["state"] == "done"
    assert (await verdict(busy)).entries == 9
    entries = await busy.entries(f"subject_id={vera}")
    assert entries[0]["after"] == {"status": "deleted"}
    assert entries[-1]["after"] == {"role": "farm_staff", "status": "active"}
    assert "Vera" not in json.dumps(entries)
