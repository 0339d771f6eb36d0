import asyncio
import json
import os
import sys
from pathlib import Path

import asyncpg
import pytest

from amigok_chassis.testing import SECRET_KEY
from identity.audit import cli, service

PASSWORD = "seven grey sheep graze"
OUT = {"status": "deactivated", "reason": "unpaid bills"}


async def verdict(office, noted=None):
    async with office.rig.db.unit_of_work() as session:
        return await service.verify(session, key=office.rig.db.data_key, noted=noted)


async def tampered(office, statement):
    """What somebody with all rights over the database does."""
    await office.rig.db.fetch("ALTER TABLE audit_entries DISABLE TRIGGER ALL")
    await office.rig.db.fetch("ALTER TABLE audit_personal_values DISABLE TRIGGER ALL")
    await office.rig.db.fetch(statement)


@pytest.fixture
async def busy(office):
    """An office with seven entries; vera's is the subject of all but the first."""
    vera = (await office.invite(full_name="Vera Vet"))["id"]
    path = f"admin/users/{vera}"
    await office.accept(username="vera")
    await office.call("PUT", path, {"version": 1, "full_name": "Vera Vetter", "notes": None})
    await office.call("PUT", f"{path}/role", {"role": "farm_staff"})
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
    assert entries[1]["after"].items() >= {"email": "vera@amigok.test", "role": "veterinarian"}.items()
    told = [(entry["action"], entry["before"], entry["after"]) for entry in entries[2:]]
    assert told == [
        ("user.updated", {"full_name": "Vera Vet"}, {"full_name": "Vera Vetter"}),
        ("user.role_changed", {"role": "veterinarian"}, {"role": "farm_staff"}),
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


async def test_the_administrator_of_the_command_line_is_the_first_entry(office):
    (entry,) = await office.entries()
    assert (entry["number"], entry["action"], entry["subject_id"]) == (1, "user.created", office.id)
    assert (entry["actor_id"], entry["address"]) == ("00000000-0000-0000-0000-000000000000", "command line")


async def test_what_is_refused_is_not_told(busy):
    vera = (await busy.entries())[0]["subject_id"]
    await busy.call("PUT", f"admin/users/{vera}", {"version": 99, "full_name": None, "notes": None})
    await busy.call("PUT", f"admin/users/{busy.id}/role", {"role": "gamer"})
    await busy.call("PUT", f"admin/users/{vera}/role", {"role": "farm_staff"})
    assert len(await busy.entries()) == 7


async def test_the_log_is_filtered_and_paged(busy):
    vera = (await busy.entries())[0]["subject_id"]
    assert len(await busy.entries(f"actor_id={busy.id}")) == 6
    assert len(await busy.entries(f"subject_id={busy.id}")) == 1
    (entry,) = await busy.entries(f"subject_id={vera}&action=user.role_changed")
    at = entry["at"].replace("+", "%2B")
    assert [each["number"] for each in await busy.entries(f"since={at}")] == [7, 6, 5, 4]
    assert [each["number"] for each in await busy.entries(f"until={at}")] == [3, 2, 1]
    page = (await busy.call("GET", "admin/audit-log?limit=3")).json()
    rest = await busy.entries(f"cursor={page['next_cursor']}")
    assert [each["number"] for each in page["items"] + rest] == [7, 6, 5, 4, 3, 2, 1]
    for query in (
        "actor_id=x",
        "action=%00",
        "since=2026-01-01T00:00:00",
        "cursor=WzFlNTBd",
        "cursor=Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OV0",
    ):
        assert (await busy.call("GET", f"admin/audit-log?{query}")).status_code == 422, query


async def test_changes_at_once_make_one_chain(office):
    names = [f"vet{number}" for number in range(8)]
    await asyncio.gather(*(office.invite(name) for name in names))
    assert (await verdict(office)).entries == 9


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET action = 'user.updated'",
        "DELETE FROM audit_entries",
        "TRUNCATE audit_entries CASCADE",
        "UPDATE audit_personal_values SET after = '{}'",
    ],
)
async def test_the_database_refuses_to_change_the_log(busy, statement):
    with pytest.raises(asyncpg.RestrictViolationError, match="append-only"):
        await busy.rig.db.fetch(statement)
    assert (await verdict(busy)).entries == 7


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ('UPDATE audit_entries SET after = \'{"role": "admin"}\' WHERE number = 4', "entry 4 was changed"),
        ("UPDATE audit_entries SET actor_id = subject_id WHERE number = 6", "entry 6 was changed"),
        ("UPDATE audit_entries SET at = at - interval '1 microsecond' WHERE number = 1", "entry 1 was changed"),
        ("DELETE FROM audit_entries WHERE number = 4", "entry 4 is missing"),
        ("UPDATE audit_entries SET number = -1 WHERE number = 1", "entry 1 is missing"),
        ("UPDATE audit_personal_values SET after = '{}' WHERE number = 3", "the values of entry 3 were changed"),
        ("DELETE FROM audit_personal_values WHERE number = 3", "the values of entry 3 were changed"),
        (
            "INSERT INTO audit_personal_values VALUES (4, '{}', '{\"notes\": \"x\"}')",
            "the values of entry 4 were changed",
        ),
        (
            "INSERT INTO audit_entries SELECT 8, at, actor_id, 'user.deleted', subject_id, address, before, after, "
            "digest, NULL FROM audit_entries WHERE number = 7",
            "entry 8 was changed",
        ),
    ],
)
async def test_a_tampered_entry_is_found(busy, statement, broken):
    await tampered(busy, statement)
    assert (await verdict(busy)).broken == broken


async def test_entries_taken_from_the_end_are_missed_by_whoever_noted_one(busy):
    whole = await verdict(busy)
    noted = (whole.entries, whole.digest)
    assert (await verdict(busy, noted)).broken == ""
    await tampered(busy, "DELETE FROM audit_entries WHERE number = 7")
    assert (await verdict(busy)).broken == ""
    assert (await verdict(busy, noted)).broken == "entry 7 is missing"
    await busy.invite("bob")
    assert (await verdict(busy, noted)).broken == "entry 7 is not the one that was noted"


async def test_a_chain_made_with_another_key_is_not_ours(busy):
    async with busy.rig.db.unit_of_work() as session:
        assert (await service.verify(session, key=b"x" * 32)).broken == "entry 1 was changed"


async def test_long_chains_are_proved_in_batches(busy, monkeypatch):
    monkeypatch.setattr(service, "VERIFIED_AT_ONCE", 3)
    assert ((await verdict(busy)).entries, (await verdict(busy)).broken) == (7, "")
    await tampered(busy, "UPDATE audit_entries SET address = 'elsewhere' WHERE number = 6")
    assert (await verdict(busy)).broken == "entry 6 was changed"


async def test_the_log_of_a_deleted_user_is_whole_without_what_told_of_the_person(busy):
    vera = (await busy.entries())[0]["subject_id"]
    assert (await busy.call("DELETE", f"admin/users/{vera}")).status_code == 204
    assert (await verdict(busy)).entries == 8
    entries = await busy.entries(f"subject_id={vera}")
    assert entries[0]["after"] == {"status": "deleted"}
    assert entries[-1]["after"] == {"role": "veterinarian", "status": "active"}
    assert "Vera" not in json.dumps(entries)


async def command(office, *arguments):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "identity", "verify-audit", *arguments,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        env={
            **os.environ,
            "AMIGOK_DATABASE_URL": office.rig.runtime.settings.database_url,
            "AMIGOK_SECRET_KEY": SECRET_KEY,
        },
        cwd=Path(__file__).parent,
    )  # fmt: skip
    said, _ = await process.communicate()
    return process.returncode, said.decode()


async def test_the_command_line_proves_the_log(busy, capsys):
    whole = await verdict(busy)
    known = f"7:{whole.digest.hex()}"
    assert await command(busy, "--noted", known) == (0, f"7 audit entries are whole; the last is {known}\n")
    await tampered(busy, "UPDATE audit_entries SET address = 'elsewhere' WHERE number = 2")
    assert await cli.verify(busy.rig.runtime.settings, None) == 1
    assert "entry 2 was changed" in capsys.readouterr().err
    code, said = await command(busy, "--noted", "seven")
    assert (code, "is not NUMBER:DIGEST" in said) == (2, True)
