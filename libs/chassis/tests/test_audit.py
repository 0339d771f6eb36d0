"""What is done by role is told, in a chain that shows every change, and people are forgotten in it."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest
from sqlalchemy import text
from toy.main import service

from amigok_chassis import audit
from amigok_chassis.audit import cli, proof
from amigok_chassis.ids import new_id
from amigok_chassis.process import main
from amigok_chassis.testing import SECRET_KEY, Rig, running
from amigok_chassis.unit_of_work import UnitOfWork

LOG = "/api/v1/admin/toy/audit-log"
TOUCH = text("UPDATE notes SET number = number + 1 WHERE note_id = CAST(:note AS uuid)")


@dataclass
class Administrator:
    """Speaks to the toy service as an administrator does."""

    rig: Rig
    id: UUID = field(default_factory=new_id)
    author: UUID = field(default_factory=new_id)

    async def call(self, method: str, path: str, body: object = None, role: str = "admin") -> httpx.Response:
        return await self.rig.request(method, f"/api/v1/admin/toy/{path}", user=self.id, role=role, json=body)

    async def add(self, text: str = "") -> str:
        answer = await self.call("POST", "notes", {"text": text})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["note_id"])

    async def change(self, note: str, text: str, label: str | None = None) -> None:
        body = {"text": text, "label": label, "author_id": str(self.author)}
        answer = await self.call("PUT", f"notes/{note}", body)
        assert answer.status_code == 200, answer.text

    async def forget(self, *people: UUID) -> None:
        async with self.rig.db.unit_of_work() as db:
            for person in people:
                audit.forget(db, person)

    async def entries(self, query: str = "") -> list[dict[str, Any]]:
        """The log, oldest first."""
        answer = await self.rig.request("GET", f"{LOG}?{query}", user=self.id, role="admin")
        assert answer.status_code == 200, answer.text
        return list(reversed(answer.json()["items"]))

    async def verdict(self, noted: tuple[int, bytes] | None = None, *, key: bytes = b"") -> proof.Verdict:
        async with self.rig.db.unit_of_work() as db:
            return await proof.verify(db, key=key or self.rig.db.data_key, noted=noted)

    async def tamper(self, statement: str) -> None:
        """What somebody with all rights over the database does."""
        for table in ("audit_log", "audit_log_personal"):
            await self.rig.db.fetch(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        await self.rig.db.fetch(statement)

    async def command(self, *arguments: str) -> tuple[int | None, str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parent),
            "AMIGOK_SECRET_KEY": SECRET_KEY,
            "AMIGOK_DATABASE_URL": self.rig.runtime.settings.database_url,
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "amigok_chassis",
            "verify-audit",
            "toy",
            *arguments,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=environment,
        )
        said, _ = await process.communicate()
        return process.returncode, said.decode()


@pytest.fixture
async def root(rig: Rig) -> Administrator:
    return Administrator(rig)


@pytest.fixture
async def busy() -> AsyncIterator[Administrator]:
    """Seven entries about two notes; tests change the tables, so its database is nobody else's."""
    async with running(service) as rig:
        root = Administrator(rig)
        one, other = await root.add("one"), await root.add("other")
        for number in range(4):
            await root.change(one, f"secret {number}", f"label {number}")
        await root.change(other, "other")
        await root.change(other, "secret too")
        yield root


async def test_an_entry_says_who_did_what_to_what_from_where_and_what_changed(root: Administrator) -> None:
    note = await root.add("first")
    await root.change(note, "second", "a label")
    added, changed = await root.entries()
    assert (added["number"], added["action"], added["before"]) == (1, "note.added", {})
    assert added["after"].items() >= {"note_id": note, "number": 0, "text": "first"}.items()
    assert (changed["actor_id"], changed["subject_id"]) == (str(root.id), note)
    assert (changed["person_id"], changed["address"]) == (str(root.author), "127.0.0.1")
    assert changed["before"] == {"text": "first", "label": None}
    assert changed["after"] == {"text": "second", "label": "a label"}


async def test_what_changes_nothing_or_is_refused_is_not_told(root: Administrator) -> None:
    note = await root.add("same")
    await root.change(note, "same")
    assert (await root.call("POST", f"notes/{note}/lock")).status_code == 200
    assert (await root.call("POST", "notes/count")).json() == 1
    assert (await root.call("POST", "notes", {"text": "no"})).status_code == 409
    assert (await root.call("POST", "notes", {"text": "yes"}, role="investor")).status_code == 403
    assert [entry["action"] for entry in await root.entries()] == ["note.added"]


async def test_what_is_changed_by_role_and_not_told_is_not_committed(root: Administrator) -> None:
    note = await root.add("told")
    assert (await root.call("PUT", f"notes/{note}/in-silence", {"text": "untold"})).status_code == 500
    (row,) = await root.rig.db.fetch("SELECT text FROM notes")
    assert row["text"] == "told"
    await root.change(note, "told again")


async def test_users_owe_nothing_for_what_is_their_own(root: Administrator) -> None:
    answer = await root.rig.request("POST", "/api/v1/toy/notes", user=root.id, role="admin", json={"text": "mine"})
    assert answer.status_code == 201
    assert await root.entries() == []


async def test_values_come_back_as_text_numbers_and_null_whatever_they_were(root: Administrator) -> None:
    odd = {
        "deep": {"b": [1.5, None], "a": "ü"},
        "float": -0.0,
        "big": 2**70,
        "yes": True,
        "id": root.id,
        "none": None,
    }
    async with root.rig.db.unit_of_work() as db:
        audit.record(db, "odd.told", subject_id=root.id, after=odd)
    (entry,) = await root.entries()
    assert entry["after"] == {
        "deep": '{"a": "ü", "b": [1.5, null]}',
        "float": "-0.0",
        "big": 2**70,
        "yes": True,
        "id": str(root.id),
    }
    assert (entry["actor_id"], entry["address"]) == (str(UUID(int=0)), "the service")
    assert (await root.verdict()).entries == 1


async def test_outside_a_unit_of_work_nothing_can_be_told(root: Administrator) -> None:
    async with UnitOfWork(root.rig.db.engine) as db:
        with pytest.raises(LookupError):
            audit.record(db, "note.lost", subject_id=root.id)


async def test_only_administrators_read_the_log(root: Administrator) -> None:
    for role in ("investor", "manager"):
        assert (await root.rig.request("GET", LOG, user=root.id, role=role)).status_code == 403
    assert (await root.rig.request("GET", LOG)).status_code == 401


async def test_the_log_is_filtered_and_paged(busy: Administrator) -> None:
    entries = await busy.entries()
    other = entries[1]["subject_id"]
    assert [each["number"] for each in entries] == [1, 2, 3, 4, 5, 6, 7]
    assert len(await busy.entries(f"actor_id={busy.id}")) == 7
    assert len(await busy.entries(f"actor_id={busy.author}")) == 0
    (entry,) = await busy.entries(f"subject_id={other}&action=note.changed")
    at = entries[3]["at"].replace("+", "%2B")
    assert [each["number"] for each in await busy.entries(f"since={at}")] == [4, 5, 6, 7]
    assert [each["number"] for each in await busy.entries(f"until={at}")] == [1, 2, 3]
    page = (await busy.call("GET", "audit-log?limit=3")).json()
    rest = await busy.entries(f"cursor={page['next_cursor']}")
    assert [each["number"] for each in page["items"][::-1]] == [5, 6, 7]
    assert [each["number"] for each in rest] == [1, 2, 3, 4]
    for query in ("actor_id=x", "action=%00", "since=2026-01-01T00:00:00", "cursor=WzFlNTBd"):
        assert (await busy.call("GET", f"audit-log?{query}")).status_code == 422, query
    assert entry["number"] == 7


async def test_changes_at_once_make_one_chain_and_nobody_is_stuck(root: Administrator) -> None:
    """Two notes in either order, by many at once: who waits for the log holds rows, who has it wants none."""
    notes = [await root.add() for _ in range(4)]

    async def both(number: int) -> None:
        async with root.rig.db.unit_of_work() as db:
            for note in sorted(notes[number % 3 : number % 3 + 2]):
                audit.record(db, "note.touched", subject_id=UUID(note))
                await db.execute(TOUCH, {"note": note})

    await asyncio.gather(*(both(number) for number in range(60)))
    assert (await root.verdict()).entries == 4 + 120


async def test_the_lock_is_taken_when_all_else_is_done(
    root: Administrator, outsider: asyncpg.Connection, somebody_waits: Callable[[], Awaitable[None]]
) -> None:
    note = await root.add("held")
    transaction = outsider.transaction()
    await transaction.start()
    await outsider.execute("SELECT FROM notes FOR UPDATE")
    waiting = asyncio.create_task(root.change(note, "late"))
    await somebody_waits()
    assert await root.add("meanwhile")
    await transaction.commit()
    await waiting
    assert [entry["action"] for entry in await root.entries()] == ["note.added", "note.added", "note.changed"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_log SET action = 'note.changed'",
        "DELETE FROM audit_log",
        "TRUNCATE audit_log CASCADE",
        "UPDATE audit_log_personal SET after = '{}'",
        "TRUNCATE audit_log_personal",
    ],
)
async def test_the_database_refuses_to_change_the_log(busy: Administrator, statement: str) -> None:
    with pytest.raises(asyncpg.RestrictViolationError, match="append-only"):
        await busy.rig.db.fetch(statement)
    assert (await busy.verdict()).entries == 7


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ('UPDATE audit_log SET after = \'{"label": "x"}\' WHERE number = 4', "entry 4 was changed"),
        ("UPDATE audit_log SET actor_id = subject_id WHERE number = 6", "entry 6 was changed"),
        ("UPDATE audit_log SET person_id = NULL WHERE number = 5", "entry 5 was changed"),
        ("UPDATE audit_log SET person_id = subject_id WHERE number = 1", "entry 1 was changed"),
        ("UPDATE audit_log SET at = at - interval '1 microsecond' WHERE number = 1", "entry 1 was changed"),
        ("DELETE FROM audit_log WHERE number = 4", "entry 4 is missing"),
        ("UPDATE audit_log SET number = -1 WHERE number = 1", "entry 1 is missing"),
        ("UPDATE audit_log_personal SET after = '{}' WHERE number = 3", "the values of entry 3 were changed"),
        ("DELETE FROM audit_log_personal WHERE number = 3", "the values of entry 3 were changed"),
        (
            "INSERT INTO audit_log_personal VALUES (2, '{}', '{\"text\": \"x\"}')",
            "the values of entry 2 were changed",
        ),
        (
            "INSERT INTO audit_log SELECT 8, at, actor_id, 'user.deleted', person_id, NULL, address, before, after, "
            "NULL, digest FROM audit_log WHERE number = 7",
            "entry 8 was changed",
        ),
    ],
)
async def test_a_tampered_entry_is_found(busy: Administrator, statement: str, broken: str) -> None:
    await busy.tamper(statement)
    assert (await busy.verdict()).broken == broken


async def test_entries_taken_from_the_end_are_missed_by_whoever_noted_one(busy: Administrator) -> None:
    whole = await busy.verdict()
    noted = (whole.entries, whole.digest)
    assert (await busy.verdict(noted)).broken == ""
    await busy.tamper("DELETE FROM audit_log WHERE number = 7")
    assert (await busy.verdict()).broken == ""
    assert (await busy.verdict(noted)).broken == "entry 7 is missing"
    await busy.add()
    assert (await busy.verdict(noted)).broken == "entry 7 is not the one that was noted"


async def test_a_chain_made_with_another_key_is_not_ours(busy: Administrator) -> None:
    assert (await busy.verdict(key=b"x" * 32)).broken == "entry 1 was changed"


async def test_long_chains_are_proved_in_batches(busy: Administrator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "AT_ONCE", 3)
    assert ((await busy.verdict()).entries, (await busy.verdict()).broken) == (7, "")
    await busy.tamper("UPDATE audit_log SET address = 'elsewhere' WHERE number = 6")
    assert (await busy.verdict()).broken == "entry 6 was changed"


async def test_of_somebody_who_is_deleted_only_the_personal_values_go(busy: Administrator) -> None:
    for _ in range(2):
        await busy.forget(busy.author, new_id())
    entries = await busy.entries()
    assert [entry["action"] for entry in entries[2:]] == ["note.changed"] * 5 + ["user.deleted"]
    assert (entries[7]["subject_id"], entries[7]["address"]) == (str(busy.author), "the service")
    assert entries[2]["after"] == {"label": "label 0"}
    assert not any("secret" in str(entry) for entry in entries)
    assert await busy.verdict() == proof.Verdict(8, (await busy.verdict()).digest)


async def test_values_of_others_may_not_be_missing(busy: Administrator) -> None:
    await busy.forget(busy.author)
    busy.author = new_id()
    await busy.change((await busy.entries())[0]["subject_id"], "of another author")
    await busy.tamper("DELETE FROM audit_log_personal WHERE number = 9")
    assert (await busy.verdict()).broken == "the values of entry 9 were changed"


async def test_what_is_told_in_the_same_breath_as_the_deletion_is_erased_too(root: Administrator) -> None:
    async with root.rig.db.unit_of_work() as db:
        audit.forget(db, root.author)
        for action in ("user.changed", audit.DELETION):
            audit.record(db, action, subject_id=root.author, before={"name": "Ada"}, personal={"name"})
    assert [(entry["action"], entry["before"]) for entry in await root.entries()] == [
        ("user.changed", {}),
        ("user.deleted", {}),
    ]
    assert (await root.verdict()).entries == 2


async def test_the_command_line_proves_the_log(
    busy: Administrator, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = f"toy:7:{(await busy.verdict()).digest.hex()}"
    assert await busy.command("--noted", known) == (0, f"toy: 7 audit entries are whole; the last is {known}\n")
    await busy.tamper("UPDATE audit_log SET address = 'elsewhere' WHERE number = 2")
    assert await cli.verify("toy", busy.rig.runtime.settings, None) == 1
    assert "toy: the audit log was tampered with: entry 2 was changed" in capsys.readouterr().err
    assert await cli.verify("toy", busy.rig.runtime.settings, cli.noted(known.replace("toy", "other"))) == 2
    for typo in ("seven", known[:-1]):
        monkeypatch.setattr(sys, "argv", ["amigok_chassis", "verify-audit", "toy", "--noted", typo])
        with pytest.raises(SystemExit, match="2"):
            main()
        assert "is not SERVICE:NUMBER:DIGEST" in capsys.readouterr().err
