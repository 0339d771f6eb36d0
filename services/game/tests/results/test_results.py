"""Results: announced, checked by anybody offline, corrected, and final."""

import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.testing import Rig, running
from amigok_contracts.game_contests import ContestCancelled
from amigok_contracts.game_results import (
    AppealDecided,
    AppealFiled,
    ContestAnnounced,
    ContestCompleted,
    ResultCorrected,
)
from amigok_contracts.identity import UserDeleted
from game.bundles import cli
from game.bundles.chain import chained, written
from game.bundles.computing import outputs, sorted_out
from game.bundles.reading import parse
from game.bundles.verification import verify
from game.judging.commitments import digest
from game.main import service
from services.game.tests.results.conftest import DAY, GAIN, Court, later


def ranks(file: bytes) -> dict[int, int | None]:
    return {each.data["entry"]: each.data["rank"] for _, each in parse(file).records if each.kind == "score"}


async def test_a_contest_of_weights_is_ranked_by_its_facts_and_verifies_offline(
    court: Court, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await court.hold(GAIN, entries=3)
    await court.weighed(1, "50.00", "53.50")
    await court.weighed(2, "50.00", "57.00")
    told = await court.announced()
    file = await court.file()
    assert ranks(file) == {2: 1, 1: 2, 3: None}
    board = (await court.rig.http.get(f"/api/v1/contests/{court.contest_id}/leaderboard")).json()["items"]
    assert [(each["entry_id"], each["rank"]) for each in board] == [
        (str(court.entries[number - 1]), rank) for number, rank in ((2, 1), (1, 2), (3, None))
    ]
    [event] = await court.rig.events(ContestAnnounced)
    appeals_until = datetime.fromisoformat(told["made_at"]) + 3 * DAY
    assert (event.head, event.entries, event.appeals_until) == (told["head"], 3, appeals_until)
    path = tmp_path / "result.json"
    path.write_bytes(file)
    assert cli.run(path, told["head"]) == 0
    path.write_bytes(file.replace(b"53.5", b"58.5", 1))
    assert cli.run(path, told["head"]) == 1
    assert "the digit 8 was 3" in capsys.readouterr().out


async def test_a_result_tells_of_no_person_and_no_animal(court: Court) -> None:
    await court.hold(GAIN, entries=3)
    await court.weighed(1, "50.00", "53.50")
    await court.announced()
    said = (await court.file()).decode()
    assert not any(str(each) in said for each in (*court.owners, *court.animals, court.admin))


async def test_announcing_again_changes_nothing_and_what_is_announced_stays_as_it_is(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    await court.weighed(1, "50.00", "53.50")
    first = await court.announced()
    await court.weighed(2, "50.00", "53.50")
    assert await court.announced() == first
    assert len(await court.rig.events(ContestAnnounced)) == 1
    with pytest.raises(Exception, match="do not change"):
        await court.rig.db.fetch("UPDATE contest_results SET head = ''")


async def test_no_result_before_the_end_and_none_while_marks_may_come(court: Court) -> None:
    await court.hold()
    judges = [await court.accepted() for _ in range(3)]
    path = f"admin/contests/{court.contest_id}/announce-winners"
    assert (await court.as_admin("POST", path)).json()["code"] == "marks_missing"
    assert (await court.rig.http.get(f"/api/v1/contests/{court.contest_id}/result")).json()["code"] == "no_result"
    for judge in judges:
        await court.commit(judge, await court.marks(judge, {1: 80, 2: 70}))
    later(2 * DAY)
    for judge in judges[:2]:
        await court.reveal(judge, await court.marks(judge, {1: 80, 2: 70}))
    assert (await court.as_admin("POST", path)).json()["code"] == "marks_missing"
    later(2 * DAY)
    answer = await court.as_admin("POST", path)
    assert (answer.status_code, answer.json()["code"]) == (409, "no_scores")


async def test_a_contest_in_which_nobody_has_a_score_is_cancelled_when_its_result_is_due(court: Court) -> None:
    await court.hold()
    judge = await court.accepted()
    await court.commit(judge, await court.marks(judge, {1: 80}))
    later(2 * DAY)
    await court.reveal(judge, await court.marks(judge, {1: 80}))
    later(2 * DAY)
    await court.ended()
    [cancelled] = await court.rig.events(ContestCancelled)
    assert (cancelled.contest_id, cancelled.reason) == (court.contest_id, "no_result")
    assert await court.rig.events(ContestAnnounced) == []
    assert await court.rig.db.fetch("SELECT FROM contest_results") == []


async def test_the_clock_announces_and_completes(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    await court.weighed(1, "50.00", "53.50")
    await court.ended()
    assert await court.rig.events(ContestAnnounced) == []
    later(DAY)
    await court.rig.run_task("end_contest")
    assert len(await court.rig.events(ContestAnnounced)) == 1
    later(3 * DAY)
    await court.ended()
    [completed] = await court.rig.events(ContestCompleted)
    assert completed.result_number == 1
    shown = (await court.rig.http.get(f"/api/v1/contests/{court.contest_id}/result")).json()
    assert shown["completed_at"] is not None


async def test_two_orders_of_the_same_facts_come_to_the_same_result(court: Court) -> None:
    await court.hold(GAIN, entries=8)
    for number in range(1, 9):
        await court.weighed(number, "50.00", f"5{number}.25", f"6{number}.75")
    await court.announced()
    records = [record for _, record in parse(await court.file()).records]
    inputs = [record for record in records if record.kind not in ("score", "prize")]
    for seed in range(3):
        mixed = random.Random(seed).sample(inputs * 2, len(inputs) * 2)
        assert outputs(sorted_out(mixed)) == [record for record in records if record.kind in ("score", "prize")]


@pytest.fixture(scope="module")
async def beauty() -> bytes:
    """The file of a contest with judges."""
    async with running(service) as rig:
        court = Court(rig)
        await court.hold(entries=5)
        await court.judge({1: 80, 2: 70, 3: 60}, {1: 82, 2: 71, 3: 66}, {1: 84, 2: 60, 3: 62}, {1: 20, 2: 75, 4: 90})
        await court.announced()
        return await court.file()


def test_marks_come_to_trimmed_means(beauty: bytes) -> None:
    scores = {each.data["entry"]: each.data for _, each in parse(beauty).records if each.kind == "score"}
    assert {entry: scores[entry]["value"] for entry in (1, 2, 4)} == {1: "81.000000", 2: "70.500000", 4: "0.000000"}
    assert scores[1]["parts"]["outliers"] == [4]
    assert verify(beauty) == []


def test_a_changed_digit_is_named_wherever_it_is(beauty: bytes) -> None:
    generator = random.Random(7)
    digits = [at for at in range(len(beauty)) if chr(beauty[at]).isdigit()]
    for at in generator.sample(digits, 60):
        other = generator.choice([digit for digit in b"0123456789" if digit != beauty[at]])
        findings = verify(beauty[:at] + bytes([other]) + beauty[at + 1 :])
        line = beauty[:at].count(b"\n") + 1
        assert line in {finding.line for finding in findings}


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_changed_byte_is_named(beauty: bytes, data: st.DataObject) -> None:
    at, byte = data.draw(st.integers(0, len(beauty) - 1)), data.draw(st.integers(0, 255))
    changed = beauty[:at] + bytes([byte]) + beauty[at + 1 :]
    lines = {finding.line for finding in verify(changed)}
    assert (changed == beauty and not lines) or beauty[:at].count(b"\n") + 1 in lines


def test_a_file_that_was_made_anew_around_another_score_is_found_out(beauty: bytes) -> None:
    records = [record for _, record in parse(beauty).records]
    [winner] = [each for each in records if each.kind == "score" and each.data["rank"] == 1]
    winner.data["value"] = "99.000000"
    lines = list(chained(records))
    forged = "".join(written([line for line, _ in lines], lines[-1][1])).encode()
    [finding] = verify(forged)
    assert str(finding).endswith("score entry 1, value: the file has 99.000000, computed is 81.000000")
    assert "not the result that was announced" in str(verify(forged, head=parse(beauty).head)[0])


def test_a_sheet_that_leaves_an_entry_out_is_found_out(beauty: bytes) -> None:
    records = [record for _, record in parse(beauty).records]
    short = [each for each in records if not (each.kind == "mark" and each.data["judge"] == 2)]
    kept = [each for each in records if each.kind == "mark" and each.data["judge"] == 2 and each.data["position"] > 1]
    [judge] = [each for each in records if each.kind == "judge" and each.data["judge"] == 2]
    sheet = {each.data["position"]: each.data["marks"] for each in kept}
    judge.data["digest"] = digest(UUID(records[0].data["contest_id"]), judge.data["nonce"], sheet)
    at = max(number for number, each in enumerate(short) if each.kind == "mark") + 1
    lines = list(chained([*short[:at], *kept, *short[at:]]))
    findings = verify("".join(written([line for line, _ in lines], lines[-1][1])).encode())
    assert any(str(finding).endswith("the entry at position 1 has no mark") for finding in findings)


def test_marks_that_a_judge_has_not_committed_to_are_found_out(beauty: bytes) -> None:
    records = [record for _, record in parse(beauty).records]
    mark = next(each for each in records if each.kind == "mark" and each.data["judge"] == 2)
    mark.data["marks"]["Coat"] = 100
    lines = list(chained(records))
    findings = verify("".join(written([line for line, _ in lines], lines[-1][1])).encode())
    assert any("judge 2: these are not the marks" in str(finding) for finding in findings)


async def appeal(court: Court, number: int, **changes: Any) -> Any:
    body = {"entry_id": str(court.entries[number - 1]), "text": "The scale was broken."}
    return await court.call(
        "POST", f"contests/{court.contest_id}/appeals", body, user=court.owners[number - 1], **changes
    )


async def decided(court: Court, appeal_id: str, decision: str = "upheld", **more: Any) -> Any:
    body = {"decision": decision, "reason": "We have looked.", **more}
    return await court.as_admin("POST", f"admin/appeals/{appeal_id}/decision", body)


async def test_an_appeal_that_is_upheld_leads_to_a_corrected_result(court: Court) -> None:
    await court.hold(GAIN, entries=3)
    for number, last in ((1, "53.50"), (2, "57.00"), (3, "52.00")):
        await court.weighed(number, "50.00", last)
    first = await court.announced()
    filed = await appeal(court, 1)
    assert filed.status_code == 201, filed.text
    assert (await appeal(court, 1)).json()["code"] == "appealed_before"
    answer = await decided(court, filed.json()["id"], entry_ids=[str(court.entries[1])])
    assert answer.status_code == 200, answer.text
    shown = (await court.rig.http.get(f"/api/v1/contests/{court.contest_id}/result")).json()["items"]
    assert [(each["number"], each["cause"], each["previous_head"]) for each in shown] == [
        (2, "appeal", first["head"]),
        (1, "end", None),
    ]
    assert (ranks(await court.file()), ranks(await court.file(1))) == ({1: 1, 3: 2}, {2: 1, 1: 2, 3: 3})
    assert verify(await court.file(), head=shown[0]["head"]) == []
    assert len(await court.rig.events(AppealFiled)) == len(await court.rig.events(AppealDecided)) == 1
    [corrected] = await court.rig.events(ResultCorrected)
    assert (corrected.supersedes_number, corrected.head) == (1, shown[0]["head"])


async def test_what_was_known_late_counts_when_an_appeal_says_so(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    await court.weighed(2, "50.00", "57.00")
    await court.announced()
    await court.weighed(1, "50.00", "58.00")
    assert ranks(await court.file()) == {2: 1, 1: None}
    await decided(court, (await appeal(court, 1)).json()["id"])
    assert ranks(await court.file()) == {1: 1, 2: 2}


async def test_only_entrants_appeal_in_time_and_nobody_for_others(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    await court.weighed(1, "50.00", "53.50")
    assert (await appeal(court, 1)).json()["code"] == "too_late_to_appeal"
    await court.announced()
    body = {"entry_id": str(court.entries[0]), "text": "The scale was broken."}
    other = await court.call("POST", f"contests/{court.contest_id}/appeals", body, user=court.owners[1])
    assert other.json()["code"] == "entry_not_found"
    later(3 * DAY)
    assert (await appeal(court, 1)).json()["code"] == "too_late_to_appeal"


async def test_who_takes_part_or_judges_decides_nothing(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    await court.weighed(1, "50.00", "53.50")
    await court.announced()
    filed = (await appeal(court, 1)).json()["id"]
    await court.rig.is_known(court.owners[1], role="admin")
    body = {"decision": "upheld", "reason": "Mine is better."}
    own = await court.as_admin("POST", f"admin/appeals/{filed}/decision", body, user=court.owners[1])
    assert own.json()["code"] == "own_behalf"
    fresh = await court.rig.is_known(new_id(), role="admin", decides_from=clock.now() + DAY)
    new = await court.as_admin("POST", f"admin/appeals/{filed}/decision", body, user=fresh)
    assert new.json()["code"] == "decision_does_not_count"


async def test_a_result_is_not_final_while_an_appeal_waits(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    await court.weighed(1, "50.00", "53.50")
    await court.announced()
    filed = (await appeal(court, 1)).json()["id"]
    later(4 * DAY)
    await court.rig.run_task("end_contest")
    assert await court.rig.events(ContestCompleted) == []
    gone = await court.call("POST", f"my-contests/appeals/{filed}/withdraw", user=court.owners[0])
    assert gone.json()["state"] == "withdrawn"
    later(timedelta(minutes=10))
    await court.rig.run_task("end_contest")
    assert len(await court.rig.events(ContestCompleted)) == 1


async def test_a_deleted_persons_words_are_forgotten(court: Court) -> None:
    await court.hold(GAIN, entries=2)
    await court.weighed(1, "50.00", "53.50")
    await court.announced()
    await decided(court, (await appeal(court, 1)).json()["id"], "rejected")
    await court.rig.deliver(UserDeleted(user_id=court.owners[0], role="investor", status="deleted"))
    listed = await court.as_admin("GET", f"admin/contests/{court.contest_id}/appeals")
    assert [(each["text"], each["reason"]) for each in listed.json()["items"]] == [("", "")]


async def test_200_animals_and_7_judges(rig: Rig) -> None:
    court, generator = Court(rig), random.Random(3)
    await court.hold(entries=200)
    worth = {number: generator.randint(30, 95) for number in range(1, 201)}
    sheets = [
        {number: min(100, max(0, worth[number] + generator.randint(-15, 15))) for number in worth} for _ in range(7)
    ]
    await court.judge(*sheets)
    told = await court.announced()
    file = await court.file()
    assert verify(file, head=told["head"]) == []
    best = max(range(1, 201), key=lambda number: sum(sorted(sheet[number] for sheet in sheets)[1:-1]))
    assert ranks(file)[best] == 1
    at = file.index(b'"kind":"mark"') - 200
    at = next(each for each in range(at, len(file)) if chr(file[each]).isdigit())
    changed = file[:at] + (b"1" if file[at : at + 1] != b"1" else b"2") + file[at + 1 :]
    assert file[:at].count(b"\n") + 1 in {finding.line for finding in verify(changed)}
