"""From the queue to ClickHouse, and back from the archive."""

import json
from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from io import StringIO
from random import Random

import pytest

from amigok_chassis import clock
from amigok_chassis.batches import Message
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig
from amigok_contracts import all_events
from amigok_contracts.examples import example
from amigok_contracts.farm import LivestockWeighed
from amigok_contracts.identity import UserDeleted, UserHandlesChanged, UserRegistered
from amigok_contracts.money import Money
from amigok_contracts.wallet import TransferCompleted
from analytics.archives import files
from analytics.archives import service as archives
from analytics.arrivals.service import LIMITS, note_emptied, take_in
from analytics.completeness.service import completeness, seconds_behind
from analytics.engine import engine_of, schema
from analytics.facts import recovery
from analytics.pseudonyms.service import pseudonym_of
from analytics.rebuilds.cli import again
from analytics.rebuilds.service import rebuild
from services.analytics.tests.fleets import AT, hear, load, message, rows, sums


def everything() -> list[Message]:
    return [message(kind.model_validate(example(kind))) for kind in all_events()]


def transfer() -> TransferCompleted:
    return TransferCompleted(
        transfer_id=new_id(), sender_id=new_id(), recipient_id=new_id(), amount=Money.of_minor(250, "EUR")
    )


@pytest.fixture(autouse=True)
async def tables(rig: Rig) -> None:
    await recovery.recover(rig.context)


async def test_every_event_of_the_fleet_is_kept_once_whatever_comes_again(rig: Rig) -> None:
    said = everything()
    await hear(rig, *said, *said[:10])
    once = await sums(rig, schema.tables())
    assert once["events"][0] == len(said)
    await hear(rig, *Random(1).sample(said, len(said)))
    again = await sums(rig, schema.tables())
    assert again == once
    [kept] = await rig.db.fetch("SELECT count(*) AS count FROM arrivals")
    assert kept["count"] == len(said)


async def test_a_fact_leads_to_its_event_and_the_ledger(rig: Rig) -> None:
    event, event_id = transfer(), new_id()
    await hear(rig, message(event, id=event_id))
    lines = await rows(rig, "lines")
    assert sorted(line["amount_minor"] for line in lines) == [-250, 250]
    assert {(line["currency"], line["at"]) for line in lines} == {("EUR", AT)}
    assert {line["event_id"] for line in lines} == {event_id}
    [kept] = await rows(rig, "events", "event_id = {id:UUID}", id=event_id)
    assert json.loads(kept["data"])["transfer_id"] == str(event.transfer_id)
    [booked] = await rows(rig, "transfers", "reference_id = {id:UUID}", id=lines[0]["reference_id"])
    assert booked["transfer_id"] == event.transfer_id


async def test_what_is_no_event_or_came_by_another_key_is_refused(rig: Rig) -> None:
    good = message(transfer())
    for bad in (
        Message("", b"{}"),
        message(transfer(), key="farm.livestock.died.v1"),
        message(transfer(), cloudEvents_dataversion=99),
        message(transfer(), cloudEvents_id="7"),
    ):
        with pytest.raises((LookupError, ValueError)):
            await take_in(rig.context, [good, bad])
    await take_in(rig.context, [message(transfer(), key="analytics.events")])
    [kept] = await rig.db.fetch("SELECT count(*) AS count FROM arrivals")
    assert kept["count"] == 1


async def test_an_event_that_did_not_come_whole_is_refused(rig: Rig) -> None:
    whole = message(transfer())
    with pytest.raises(ValueError, match="more than"):
        await take_in(rig.context, [Message(whole.key, whole.body.ljust(LIMITS.longest + 1), whole.headers)])
    [kept] = await rig.db.fetch("SELECT count(*) AS count FROM arrivals")
    assert kept["count"] == 0


async def test_an_event_that_no_column_takes_is_kept_and_holds_nobody_up(rig: Rig) -> None:
    weighed = LivestockWeighed.model_validate(example(LivestockWeighed))
    heavy = weighed.model_copy(update={"weighing_id": new_id(), "measured_kg": Decimal(10) ** 20})
    await hear(rig, transfer(), heavy, weighed, transfer())
    assert len(await rows(rig, "events")) == 4
    assert len(await rows(rig, "lines")) == 4
    assert [each["weighing_id"] for each in await rows(rig, "weights")] == [weighed.weighing_id]
    assert all(each.is_equal for each in await rebuild(rig.context))


async def test_a_block_that_is_written_again_changes_nothing(rig: Rig) -> None:
    await hear(rig, *everything())
    once = await sums(rig, schema.tables())
    await rig.db.fetch("UPDATE loads SET position = 0")
    await load(rig)
    assert await sums(rig, schema.tables()) == once


async def test_a_deleted_user_is_not_in_facts_any_more_and_sums_stay(rig: Rig) -> None:
    event = transfer()
    registered = UserRegistered(user_id=event.sender_id, role="investor")
    handles = UserHandlesChanged(user_id=event.sender_id, email_digest="d" * 43, username_digest=None)
    await hear(rig, registered, handles, event)
    async with rig.db.reader() as db:
        owner = await pseudonym_of(db, event.sender_id)
    [line] = await rows(rig, "lines", "owner = {owner:UUID}", owner=owner)
    assert line["amount_minor"] == -250
    gone = UserDeleted(user_id=event.sender_id, role="investor", status="deleted")
    await rig.deliver(gone)
    await hear(rig, gone, transfer().model_copy(update={"sender_id": event.sender_id}))
    async with rig.db.reader() as db:
        assert await pseudonym_of(db, event.sender_id) not in (owner, event.sender_id)
    [line] = await rows(rig, "lines", "owner = {owner:UUID}", owner=owner)
    assert line["amount_minor"] == -250
    kept = await rig.db.fetch("SELECT * FROM arrivals")
    everywhere = json.dumps([dict(row) for row in kept] + await rows(rig, "events"), default=str)
    assert str(event.sender_id) not in everywhere
    assert "d" * 43 not in everywhere
    [forgotten] = await rig.db.fetch("SELECT * FROM pseudonyms WHERE user_id = $1", event.sender_id)
    assert forgotten["pseudonym"] is None


async def test_a_day_is_sealed_once_and_facts_follow_from_it_as_they_were(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "PART_BYTES", 1)
    monkeypatch.setattr(archives, "AT_ONCE", 50)
    said = everything()
    await hear(rig, *said)
    day = clock.now().date()
    clock.set_offset(timedelta(days=1, minutes=10))
    await rig.run_job("end_days")
    await rig.run_task("seal_day")
    await hear(rig, message(transfer()))
    [sealed] = await rig.db.fetch("SELECT * FROM archive_days")
    assert (sealed["day"], sealed["count"]) == (day, len(said))
    manifest = json.loads(await rig.context.storage.get(files.manifest_key(day)))
    assert (manifest["count"], sum(part["count"] for part in manifest["parts"])) == (len(said), len(said))
    for part in manifest["parts"]:
        file = await rig.context.storage.get(part["key"])
        assert (part["bytes"], part["sha256"]) == (len(file), sha256(file).hexdigest())
    clock.set_offset(timedelta(days=4))
    await rig.run_job("forget_arrivals")
    [left] = await rig.db.fetch("SELECT count(*) AS count FROM arrivals")
    assert left["count"] == 1
    before = await sums(rig, schema.tables())
    compared = await rebuild(rig.context)
    assert [each for each in compared if not each.is_equal] == []
    assert await sums(rig, schema.tables()) == before
    await hear(rig, message(transfer()))
    assert (await sums(rig, ["events"]))["events"][0] == before["events"][0] + 1


async def seal(rig: Rig, *, after: timedelta) -> None:
    """Ends the days before a time from now."""
    clock.set_offset(after)
    await rig.run_job("end_days")
    await rig.run_task("seal_day")


async def positions(rig: Rig) -> list[int]:
    """Of all that facts are rebuilt from."""
    return [each["position"] async for some in archives.all_events(rig.context, until=10**9) for each in some]


async def test_what_comes_while_a_clock_is_behind_is_archived_too(rig: Rig) -> None:
    await hear(rig, transfer())
    await seal(rig, after=timedelta(days=1, minutes=10))
    clock.set_offset(timedelta())
    await hear(rig, transfer())
    clock.set_offset(timedelta(days=1, minutes=20))
    await hear(rig, transfer())
    await seal(rig, after=timedelta(days=3, minutes=10))
    assert len(await positions(rig)) == 3
    [kept] = await rig.db.fetch("SELECT sum(count) AS count FROM archive_days")
    assert kept["count"] == 3


async def test_a_day_that_could_not_be_sealed_is_not_forgotten_behind_one_that_was(rig: Rig) -> None:
    await hear(rig, transfer())
    first = clock.now().date()
    clock.set_offset(timedelta(days=1))
    await hear(rig, transfer())
    clock.set_offset(timedelta(days=2, minutes=10))
    await rig.run_job("end_days")
    await rig.db.fetch("UPDATE archive_days SET due_at = NULL WHERE day = $1", first)
    await rig.run_task("seal_day")
    found = await positions(rig)
    assert (len(found), found) == (2, sorted(found))


async def test_facts_that_differ_from_the_archive_are_named_and_stay_unless_that_is_accepted(rig: Rig) -> None:
    await hear(rig, transfer())
    [line, _] = await rows(rig, "lines")
    await engine_of(rig.context).insert("lines", [{**line, "amount_minor": 7, "version": line["version"] + 1}])
    assert [each.table for each in await rebuild(rig.context) if not each.is_equal] == ["lines"]
    assert 7 in [each["amount_minor"] for each in await rows(rig, "lines")]
    await rebuild(rig.context, accept=True)
    assert {each["amount_minor"] for each in await rows(rig, "lines")} == {250, -250}


async def test_facts_are_rebuilt_while_workers_live_in_another_time(rig: Rig) -> None:
    await hear(rig, transfer())
    await rig.db.fetch("UPDATE loads SET due_at = now() + interval '40 days'")
    assert all(each.is_equal for each in await rebuild(rig.context))
    [row] = await rig.db.fetch("SELECT due_at > now() + interval '39 days' AS later, attempts FROM loads")
    assert (row["later"], row["attempts"]) == (True, 0)


async def test_a_changed_file_of_the_archive_is_noticed(rig: Rig) -> None:
    await hear(rig, *everything())
    day = clock.now().date()
    clock.set_offset(timedelta(days=1, minutes=10))
    await rig.run_job("end_days")
    await rig.run_task("seal_day")
    file = bytearray(await rig.context.storage.get(files.key(day, 1)))
    file[4] ^= 1
    await rig.context.storage.put(files.key(day, 1), bytes(file))
    with pytest.raises(files.Damaged):
        _ = [each async for each in archives.all_events(rig.context, until=10**9)]


async def test_an_engine_that_lost_its_data_is_filled_again(rig: Rig) -> None:
    await hear(rig, *everything())
    before = await sums(rig, schema.tables())
    await engine_of(rig.context).drop_database()
    await recovery.recover(rig.context)
    assert await sums(rig, schema.tables()) == before


async def test_administrators_see_how_complete_the_facts_are(rig: Rig) -> None:
    event = transfer()
    await hear(rig, event)
    await take_in(rig.context, [message(transfer())])
    answer = await rig.request("GET", "/api/v1/admin/analytics/status", user=new_id(), role="admin")
    status = answer.json()
    assert (status["waiting"], status["engine"], status["archived_until"]) == (1, True, None)
    [source] = status["sources"]
    assert (source["source"], source["occurred_at"]) == ("wallet", "2026-11-30T12:00:00Z")


async def test_of_many_that_wait_only_so_many_are_counted(rig: Rig) -> None:
    fill = """
        INSERT INTO arrivals (event_id, type, major, source, subject, occurred_at, arrived_at, day, correlation_id,
            causation_id, data)
        SELECT gen_random_uuid(), 'x', 1, 'x', 'x', now(), now(), now(), '', '', '{}' FROM generate_series(1, 10500)
    """
    await rig.db.fetch(fill)
    async with rig.db.reader() as db:
        assert (await completeness(db)).waiting == 10_001


async def test_archived_events_can_be_said_again_with_the_ids_of_those_who_are_still_there(rig: Rig) -> None:
    event = transfer()
    handles = UserHandlesChanged(user_id=event.sender_id, email_digest="d" * 43, username_digest=None)
    registered = UserRegistered(user_id=event.sender_id, role="investor")
    await hear(rig, registered, handles, event)
    await rig.deliver(UserDeleted(user_id=event.recipient_id, role="investor", status="deleted"))
    day = clock.now().date()
    clock.set_offset(timedelta(days=1, minutes=10))
    await rig.run_job("end_days")
    await rig.run_task("seal_day")
    said = StringIO()
    assert await again(rig.context, day, day, said) == 1
    first, second = map(json.loads, said.getvalue().splitlines())
    assert (first["subject"], json.loads(first["data"])["user_id"]) == (str(event.sender_id), str(event.sender_id))
    told = json.loads(second["data"])
    assert told["sender_id"] == str(event.sender_id)
    assert told["recipient_id"] != str(event.recipient_id)


async def test_figures_are_complete_until_all_that_was_published_had_arrived(rig: Rig) -> None:
    emptied = clock.now() - timedelta(hours=1)
    for at in (emptied, emptied - timedelta(hours=1)):
        await note_emptied(rig.context, at)
    async with rig.db.reader() as db:
        assert (await completeness(db)).complete_until == emptied
        assert await seconds_behind(db) >= 3600
    await note_emptied(rig.context, clock.now())
    async with rig.db.reader() as db:
        assert await seconds_behind(db) < 3600
