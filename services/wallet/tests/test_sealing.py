"""What was posted is sealed afterwards; whoever changes it without the key is found."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import id_before, new_id
from amigok_chassis.testing import SECRET_KEY, Rig
from wallet.accounts.models import account_id
from wallet.cli import main
from wallet.sealing import cli, proof, service
from wallet.sealing.proof import Noted, Verdict
from wallet.solvency.queries import noted_seals


async def verdict(rig: Rig, noted: Noted | None = None) -> Verdict:
    async with rig.db.unit_of_work() as session:
        return await proof.verify(session, noted=[*await noted_seals(session), *([noted] if noted else [])])


async def tampered(rig: Rig, statement: str, *arguments: Any) -> None:
    """What somebody with all rights over the database does."""
    async with rig.db.driver() as driver:
        await driver.execute("SET session_replication_role = replica")
        await driver.execute(statement, *arguments)
        await driver.execute("RESET session_replication_role")


async def posted(rig: Rig, id: UUID, amount: int = 1, *, committed: asyncio.Event | None = None) -> None:
    """Money from outside to the platform's sales, as a transfer with this id, committed when told."""
    accounts = [account_id(None, "external", "USD"), account_id(None, "sales", "USD")]
    async with rig.db.driver() as driver, driver.transaction():
        await driver.execute(
            "INSERT INTO transfers (id, kind, currency, description, created_at) VALUES ($1, 'credit', 'USD', '', $2)",
            id,
            clock.now(),
        )
        await driver.execute(
            "INSERT INTO entries (transfer_id, account_id, amount, posted_at) "
            "SELECT $1, unnest($2::uuid[]), unnest($3::bigint[]), $4",
            id,
            accounts,
            [-amount, amount],
            clock.now(),
        )
        if committed is not None:
            await committed.wait()


async def order_of_seals(rig: Rig) -> list[UUID]:
    return [row["transfer_id"] for row in await rig.db.fetch("SELECT transfer_id FROM seals ORDER BY number")]


@pytest.fixture
async def busy(rig: Rig, bank: Any) -> Rig:
    """A ledger with six sealed transfers: two credits, a transfer, a hold, its capture and another hold."""
    anna, ben = await bank.user("300.00"), await bank.user("20.00")
    await bank.transfer(anna, ben, "10.00", note="lunch")
    order = bank.order(anna, "240.00", seller=ben, fee="6.00")
    await rig.deliver(order.placed(), order.fulfilled(), bank.order(ben, "5.00").placed())
    await rig.run_job("seal_transfers")
    return rig


async def test_every_transfer_is_sealed_once_in_the_order_of_time(busy: Rig) -> None:
    ids = [row["id"] for row in await busy.db.fetch("SELECT id FROM transfers ORDER BY id")]
    await busy.run_job("seal_transfers")
    assert await order_of_seals(busy) == ids
    assert (await verdict(busy)).transfers == len(ids) == 6


async def test_a_transfer_that_is_committed_late_gets_a_later_place(rig: Rig) -> None:
    early, late, may_end = new_id(), new_id(), asyncio.Event()
    slow = asyncio.create_task(posted(rig, early, committed=may_end))
    await posted(rig, late)
    await rig.run_job("seal_transfers")
    may_end.set()
    await slow
    await rig.run_job("seal_transfers")
    assert await order_of_seals(rig) == [late, early]
    assert (await verdict(rig)).broken == ""


async def test_a_transaction_that_takes_minutes_is_sealed_all_the_same(busy: Rig) -> None:
    late = id_before(new_id(), timedelta(minutes=10))
    await posted(busy, late)
    await busy.run_job("seal_transfers")
    assert ((await verdict(busy)).broken, late in await order_of_seals(busy)) == ("", False)
    await busy.run_job("seal_latecomers")
    assert (await order_of_seals(busy))[-1] == late


async def test_whatever_the_clock_says_everything_is_sealed(rig: Rig, bank: Any) -> None:
    anna = await bank.user("1.00")
    for moved in (timedelta(days=40), timedelta(), timedelta(days=-3), timedelta()):
        clock.set_offset(moved)
        await bank.credit(anna, "1.00")
        await rig.run_job("seal_transfers")
    assert ((await verdict(rig)).transfers, (await verdict(rig)).broken) == (5, "")


async def test_a_backlog_is_sealed_in_batches(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "AT_ONCE", 3)
    monkeypatch.setattr(service, "MOST", 6)
    monkeypatch.setattr(proof, "AT_ONCE", 2)
    ids = [id_before(new_id(), timedelta(days=100 - day)) for day in range(10)]
    for id in ids:
        await posted(rig, id)
    await rig.run_job("seal_transfers")
    assert await order_of_seals(rig) == ids[:6]
    assert (await verdict(rig)).broken == ""
    await rig.run_job("seal_transfers")
    assert ((await verdict(rig)).transfers, await order_of_seals(rig)) == (10, ids)


THIRD = "(SELECT transfer_id FROM seals WHERE number = 3)"


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        (f"UPDATE transfers SET description = 'dinner' WHERE id = {THIRD}", "transfer {3} of seal 3 was changed"),
        (f"UPDATE transfers SET initiated_by = NULL WHERE id = {THIRD}", "transfer {3} of seal 3 was changed"),
        (f"UPDATE entries SET amount = amount * 2 WHERE transfer_id = {THIRD}", "transfer {3} of seal 3 was changed"),
        (
            "UPDATE entries SET posted_at = posted_at - interval '1 us' WHERE balance_after = 24000 AND transfer_id = "
            "(SELECT transfer_id FROM seals WHERE number = 4)",
            "transfer {4} of seal 4 was changed",
        ),
        (f"DELETE FROM entries WHERE transfer_id = {THIRD}", "transfer {3} of seal 3 was changed"),
        (
            "INSERT INTO entries SELECT transfer_id, (SELECT id FROM accounts WHERE kind = 'sales' LIMIT 1), 5, NULL, "
            f"posted_at FROM entries WHERE transfer_id = {THIRD} LIMIT 1",
            "transfer {3} of seal 3 was changed",
        ),
        (f"DELETE FROM transfers WHERE id = {THIRD}", "transfer {3} of seal 3 is missing"),
        ("DELETE FROM seals WHERE number = 3", "seal 3 is missing"),
        ("UPDATE seals SET number = 99 WHERE number = 1", "seal 1 is missing"),
        ("UPDATE seals SET number = -number WHERE number = 1", "seal 1 is missing"),
        (
            "WITH gone AS (DELETE FROM seals WHERE number = 1 RETURNING *) UPDATE seals SET number = number - 1",
            "transfer {2} of seal 1 was changed",
        ),
        (
            "UPDATE accounts SET owner_id = gen_random_uuid() WHERE id = (SELECT id FROM accounts WHERE kind = "
            "'available' ORDER BY id LIMIT 1)",
            "account {account} was given to another owner",
        ),
    ],
)
async def test_what_was_tampered_with_is_named(busy: Rig, statement: str, broken: str) -> None:
    seals = dict(enumerate(await order_of_seals(busy), 1))
    (account,) = await busy.db.fetch("SELECT id FROM accounts WHERE kind = 'available' ORDER BY id LIMIT 1")
    await tampered(busy, statement)
    named = broken.replace("{account}", str(account["id"]))
    for number, id in seals.items():
        named = named.replace(f"{{{number}}}", str(id))
    assert (await verdict(busy)).broken == named


async def test_what_is_slipped_in_long_after_is_never_sealed_and_found(busy: Rig) -> None:
    stray = id_before(new_id(), timedelta(minutes=20))
    await posted(busy, stray, 1_000_000)
    await busy.run_job("seal_transfers")
    await busy.run_job("seal_latecomers")
    assert (await verdict(busy)).broken == f"transfer {stray} was never sealed"
    await busy.run_job("prove_invariants")
    (kept,) = await busy.db.fetch("SELECT differences FROM proofs ORDER BY made_at DESC LIMIT 1")
    assert [(each["check"], each["id"]) for each in kept["differences"]] == [("sealed_as_posted", str(stray))]


async def test_what_is_taken_from_the_end_is_missed_by_whoever_noted_a_seal(busy: Rig, bank: Any) -> None:
    whole = await verdict(busy)
    noted = (whole.transfers, whole.digest)
    assert (await verdict(busy, noted)).broken == ""
    last = (await order_of_seals(busy))[-1]
    for table, column in (("seals", "transfer_id"), ("entries", "transfer_id"), ("transfers", "id")):
        await tampered(busy, f"DELETE FROM {table} WHERE {column} = $1", last)
    assert (await verdict(busy)).broken == ""
    assert (await verdict(busy, noted)).broken == "seal 6 is missing"
    await bank.user("1.00")
    await busy.run_job("seal_transfers")
    assert (await verdict(busy, noted)).broken == "seal 6 is not the one that was noted"


async def test_what_is_sealed_anew_after_a_change_contradicts_what_was_published(busy: Rig, bank: Any) -> None:
    await busy.run_job("publish_liabilities")
    first = (await order_of_seals(busy))[0]
    await tampered(busy, "DELETE FROM seals")
    assert (await verdict(busy)).broken == "seal 1 is missing"
    await tampered(busy, "UPDATE transfers SET description = 'a gift' WHERE id = $1", first)
    await busy.run_job("seal_transfers")
    assert (await verdict(busy)).broken == "seal 6 is not the one that was noted"


async def test_a_seal_beside_the_chain_covers_nothing(busy: Rig) -> None:
    stray = id_before(new_id(), timedelta(minutes=20))
    await posted(busy, stray)
    await tampered(busy, "INSERT INTO seals VALUES (-1, $1, '')", stray)
    assert (await verdict(busy)).broken == f"transfer {stray} was never sealed"


async def test_a_seal_is_nothing_without_the_key(busy: Rig) -> None:
    busy.db.unlock(b"x" * 32)
    assert (await verdict(busy)).broken.endswith("of seal 1 was changed")


async def test_the_hourly_proof_looks_at_the_newest_seals(busy: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "TAIL", 2)
    seals = await order_of_seals(busy)
    for number, found in ((2, []), (5, [seals[4]])):
        await tampered(busy, "UPDATE transfers SET description = 'x' WHERE id = $1", seals[number - 1])
        async with busy.db.unit_of_work() as session:
            assert [each.id for each in await proof.differences(session)] == found


async def test_what_waits_for_its_seal_shows_its_age(rig: Rig, bank: Any) -> None:
    async def age() -> int:
        async with rig.db.unit_of_work() as session:
            return await service.oldest(session)

    assert await age() == 0
    await bank.user("1.00")
    clock.set_offset(timedelta(seconds=100))
    assert 100 <= await age() < 160
    await rig.run_job("seal_transfers")
    assert await age() == 0


@pytest.mark.parametrize("statement", ["UPDATE seals SET number = 0", "DELETE FROM seals", "TRUNCATE seals"])
async def test_seals_cannot_be_changed_by_mistake(busy: Rig, statement: str) -> None:
    with pytest.raises(Exception, match="append-only"):
        await busy.db.fetch(statement)


async def command(rig: Rig, *arguments: str) -> tuple[int | None, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "wallet",
        *arguments,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        cwd=Path(__file__).parent,
        env={
            **os.environ,
            "AMIGOK_DATABASE_URL": rig.runtime.settings.database_url,
            "AMIGOK_SECRET_KEY": SECRET_KEY,
        },
    )
    said, _ = await process.communicate()
    return process.returncode, said.decode()


@pytest.fixture
def here(
    busy: Rig, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Awaitable[tuple[int | None, str]]]:
    """What `command` does, in this process: it starts four times as fast."""
    monkeypatch.setenv("AMIGOK_DATABASE_URL", busy.runtime.settings.database_url)
    monkeypatch.setenv("AMIGOK_SECRET_KEY", SECRET_KEY)

    async def run(*arguments: str) -> tuple[int | None, str]:
        monkeypatch.setattr(sys, "argv", ["wallet", *arguments])
        with pytest.raises(SystemExit) as ended:
            await asyncio.to_thread(main)
        return ended.value.code, "".join(capsys.readouterr())  # type: ignore[return-value]

    return run


async def test_the_command_line_proves_the_chain_and_the_ledger(
    busy: Rig, here: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    known = f"6:{(await verdict(busy)).digest.hex()}"
    done = await command(busy, "verify-ledger", "--noted", known)
    assert done == (0, f"6 sealed transfers are whole; the last is {known}\n")
    assert await here("prove-ledger") == (0, "6 transfers, 13 entries, 1 holds, 0 differences\n")
    first = (await order_of_seals(busy))[0]
    await tampered(busy, "UPDATE entries SET amount = amount * 2 WHERE transfer_id = $1", first)
    assert await cli.verify(busy.runtime.settings, None, noted_seals) == 1
    assert f"transfer {first} of seal 1 was changed" in capsys.readouterr().err
    code, said = await here("prove-ledger")
    assert (code, f"sealed_as_posted: {first}" in said, "balance_equals_entries" in said) == (1, True, True)
    for typo in ("seven", known[:-1]):
        code, said = await here("verify-ledger", "--noted", typo)
        assert (code, "is not NUMBER:DIGEST" in said) == (2, True)
