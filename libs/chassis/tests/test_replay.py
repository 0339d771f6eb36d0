"""A service handles again what its database has forgotten: in the order that is given, once, whatever fails."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from toy.events import NoteWritten
from toy.kit import Fleet, consuming, notes, write_down

from amigok_chassis.ids import new_id
from amigok_chassis.inbox import Retry
from amigok_chassis.outbox import outbox, row
from amigok_chassis.replay import SOME_FAILED, Replay, command
from amigok_chassis.service import Service
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Event


def lines(events: Sequence[Event]) -> list[dict[str, Any]]:
    """The events as rows of their publisher's outbox, the way `amigok replay --list` writes them."""
    names = [column.name for column in outbox.columns if column.name not in ("position", "published_at")]
    rows = [dict(zip(names, row(event), strict=True)) for event in events]
    written = [{"source": "toy", "position": number, **each} for number, each in enumerate(rows, 1)]
    return json.loads(json.dumps(written, default=str))  # type: ignore[no-any-return]


async def replayed(fleet: Fleet, service: Service, rows: list[dict[str, Any]]) -> Replay:
    replay = Replay(service, fleet.db)
    await replay.run(rows)
    return replay


async def test_events_are_handled_in_the_order_of_the_lines_and_known_ones_are_skipped(fleet: Fleet) -> None:
    service = consuming(_hear)
    rows = lines(notes(250))
    first = await replayed(fleet, service, rows[:120])
    assert (first.handled, first.known, first.failed) == (120, 0, {})
    again = await replayed(fleet, service, rows)
    assert (again.handled, again.known, again.failed) == (130, 120, {})
    assert [number for _, number in await fleet.heard()] == list(range(250))


async def test_what_cannot_be_handled_yet_is_tried_again_after_all_others(fleet: Fleet) -> None:
    async def odd_ones_build_upon_the_last(db: UnitOfWork, event: NoteWritten) -> None:
        heard = {number for _, number in await fleet.heard()}
        if event.number in (1, 3, 5, 7) and 9 not in heard:
            raise Retry("the last is not there yet")
        write_down(db, event)

    found = await replayed(fleet, consuming(odd_ones_build_upon_the_last), lines(notes(10)))
    assert (found.handled, found.failed) == (10, {})
    assert [number for _, number in await fleet.heard()] == [0, 2, 4, 6, 8, 9, 1, 3, 5, 7]


async def test_what_fails_for_good_is_named_and_hinders_nothing_else(fleet: Fleet) -> None:
    async def refuses_three(db: UnitOfWork, event: NoteWritten) -> None:
        if event.number == 3:
            raise Retry("never three")
        write_down(db, event)

    rows = lines(notes(5))
    rows.append(rows[0] | {"id": str(new_id()), "data": '{"number": "many"}'})
    found = await replayed(fleet, consuming(refuses_three), rows)
    assert found.handled == 4
    refused, unreadable = sorted(found.failed.items(), key=lambda one: "not an event" in one[1])
    assert refused[0] == f"toy.note.written {rows[3]['id']} in toy.notes"
    assert "never three" in refused[1]
    assert unreadable[0] == f"toy.note.written {rows[5]['id']} in toy.notes"
    known = await replayed(fleet, consuming(_hear), rows[:5])
    assert (known.handled, known.known) == (1, 4)


async def test_the_command_says_what_became_of_all_lines(fleet: Fleet, capsys: pytest.CaptureFixture[str]) -> None:
    rows = lines(notes(2))
    source = [json.dumps(each) for each in (*rows, rows[0] | {"id": str(new_id()), "version": 99})]
    assert await command(consuming(_hear), fleet.settings(), source) == SOME_FAILED
    assert capsys.readouterr().out.endswith("toy: 2 handled, 0 known before, 1 failed\n")
    assert await command(consuming(_hear), fleet.settings(), source[:2]) == 0
    assert capsys.readouterr().out == "toy: 0 handled, 2 known before, 0 failed\n"
    assert len(await fleet.heard()) == 2


async def _hear(db: UnitOfWork, event: NoteWritten) -> None:
    write_down(db, event)
