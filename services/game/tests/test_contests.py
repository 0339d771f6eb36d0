"""The terms of contests, who sees them, and when they change."""

from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.game_contests import ContestCancelled, ContestChanged, ContestEnded, ContestOpened, ContestStarted
from game.contests import queries as contests
from game.entries import queries as entries
from game.scoring.freezing import digest
from game.stages import freezing
from services.game.tests.shows import DAY, GAIN, Show


async def test_a_draft_is_seen_by_administrators_only_until_it_opens(show: Show) -> None:
    contest = await show.contest(opened=False, registration_opens_at=(clock.now() + DAY / 2).isoformat())
    path = f"/contests/{contest['id']}"
    assert (await show.rig.request("GET", f"/api/v1{path}")).json()["code"] == "contest_not_found"
    assert (await show.ask("GET", f"/admin{path}")).json()["state"] == "draft"
    await show.moves(DAY / 2)
    seen = (await show.rig.request("GET", f"/api/v1{path}")).json()
    assert (seen["state"], seen["opened_at"] is not None) == ("registration_open", True)
    [opened] = await show.rig.events(ContestOpened)
    assert (str(opened.contest_id), opened.contest_version) == (contest["id"], 1)
    listed = (await show.rig.request("GET", "/api/v1/contests?type=weight_gain")).json()["items"]
    assert [each["id"] for each in listed] == [contest["id"]]


async def test_terms_change_until_somebody_has_entered_and_owners_agree_to_those_that_they_saw(show: Show) -> None:
    contest = await show.contest()
    changed = show.terms(places=20) | {"version": 1, "entry_fee": {"amount": "5.00", "currency": "EUR"}}
    path = f"/admin/contests/{contest['id']}"
    assert (await show.ask("PUT", path, **changed)).json()["version"] == 2
    [event] = await show.rig.events(ContestChanged)
    assert str(event.entry_fee) == "5.00 EUR"
    assert (await show.ask("PUT", path, **changed)).json()["code"] == "version_conflict"
    owner = await show.rig.is_known(new_id())
    animal = await show.animal(owner)
    answer = await show.enter(contest, owner, animal)
    assert (answer.json()["code"], answer.json()["version"]) == ("contest_changed", 2)
    assert (await show.enter(contest, owner, animal, contest_version=2)).status_code == 201
    assert (await show.ask("PUT", path, **changed | {"version": 2})).json()["code"] == "contest_entered"


async def test_a_contest_goes_by_the_clock_from_opening_to_its_end(show: Show) -> None:
    contest = await show.contest()
    entry = await show.entered(contest)
    await show.moves(2 * DAY)
    rules = (await show.rig.request("GET", f"/api/v1/contests/{contest['id']}/rules")).json()
    [started] = await show.rig.events(ContestStarted)
    assert (rules["frozen_hash"], rules["scoring_version"]) == (started.frozen_hash, started.scoring_version)
    assert (await show.read(contest))["state"] == "active"
    await show.moves(30 * DAY)
    after = await show.read(contest)
    assert (after["state"], after["ended_at"]) == ("judging", after["ends_at"])
    [ended] = await show.rig.events(ContestEnded)
    assert ended.ended_at.isoformat().replace("+00:00", "Z") == after["ends_at"]
    assert (await show.entry(entry["id"]))["state"] == "competing"
    await show.rig.run_task("move_contest")
    assert len(await show.rig.events(ContestEnded)) == 1


async def test_whoever_has_what_was_frozen_comes_to_the_published_hash(show: Show) -> None:
    contest = await show.contest(opened=True, prizes=[{"first": 1, "last": 1, "kind": "badge", "what": "A ribbon"}])
    for _ in range(3):
        await show.entered(contest)
    await show.started(contest)
    async with show.rig.db.unit_of_work() as db:
        row = await contests.one(db, UUID(contest["id"]))
        frozen = [freezing.frozen_entry(entry) for entry in await entries.population(db, row.id)]
        terms = freezing.frozen_terms(row)
    assert sorted(each["blind_number"] for each in frozen) == [1, 2, 3]
    assert {each["particulars"]["value"]["minor"] for each in frozen} == {24_000}
    assert digest(terms, frozen) == row.frozen_hash
    frozen[1]["particulars"]["weight_kg"] += "1"
    assert digest(terms, frozen) != row.frozen_hash


async def test_with_too_few_entries_a_contest_is_cancelled_when_it_should_start(show: Show) -> None:
    contest = await show.contest(**show.terms(least_entries=2))
    entry = await show.entered(contest)
    await show.moves(2 * DAY)
    [cancelled] = await show.rig.events(ContestCancelled)
    assert (await show.read(contest))["cancel_reason"] == cancelled.reason == "too_few_entries"
    assert (await show.entry(entry["id"]))["state"] == "cancelled"
    assert await show.rig.events(ContestStarted) == []


async def test_administrators_move_a_contest_ahead_of_the_clock_but_not_one_that_they_are_in(show: Show) -> None:
    contest = await show.contest()
    await show.entered(contest, show.admin)
    for stage in ("start", "end"):
        assert (await show.move(contest, stage)).json()["code"] == "own_behalf"
    other, show.admin = show.admin, await show.rig.administrator()
    assert (await show.move(contest, "end")).json()["code"] == "wrong_state"
    assert (await show.started(contest))["state"] == "active"
    assert (await show.move(contest, "end")).json()["state"] == "judging"
    answer = await show.ask("DELETE", f"/admin/contests/{contest['id']}", version=1)
    assert (answer.status_code, (await show.read(contest))["state"]) == (204, "cancelled")
    told = [entry["action"] for entry in await show.rig.told()]
    assert told == ["contest.added", "contest.opened", "contest.started", "contest.ended", "contest.cancelled"]
    assert other != show.admin


async def test_announced_results_stand_whatever_an_administrator_or_a_late_event_says(show: Show) -> None:
    contest = await show.contest()
    entry = await show.entered(contest)
    await show.started(contest)
    start = clock.now()
    await show.weighs(entry["livestock_id"], "40", at=start + DAY)
    await show.weighs(entry["livestock_id"], "44", at=start + 11 * DAY)
    await show.moves(40 * DAY)
    board = await show.board(contest)
    await show.rig.db.fetch("UPDATE contests SET announced_at = now() WHERE id = $1", UUID(contest["id"]))
    await show.weighs(entry["livestock_id"], "50", at=start + 12 * DAY)
    assert await show.board(contest) == board
    answer = await show.ask("DELETE", f"/admin/contests/{contest['id']}", version=1)
    assert (answer.status_code, answer.json()["code"]) == (409, "results_announced")


async def test_what_was_frozen_is_kept_by_the_database_itself(show: Show) -> None:
    contest = await show.contest()
    entry = await show.entered(contest)
    await show.started(contest)
    id, entry_id = UUID(contest["id"]), UUID(entry["id"])
    for sql, key in (
        ("UPDATE contests SET rules = jsonb_set(rules, '{ties}', '\"first_registered\"') WHERE id = $1", id),
        ("UPDATE contests SET prizes = '[{}]' WHERE id = $1", id),
        ("UPDATE contests SET frozen_hash = 'x' WHERE id = $1", id),
        ("DELETE FROM contests WHERE id = $1", id),
        ("UPDATE entries SET owner_id = gen_random_uuid() WHERE id = $1", entry_id),
        ("UPDATE entries SET particulars = '{}' WHERE id = $1", entry_id),
        ("DELETE FROM entries WHERE id = $1", entry_id),
        (
            "INSERT INTO entries (id, contest_id, contest_version, livestock_id, owner_id, state, fee, registered_at,"
            " moved_at) SELECT gen_random_uuid(), id, 1, id, id, 'admitted', 0, now(), now() FROM contests"
            " WHERE id = $1",
            id,
        ),
    ):
        with pytest.raises(Exception, match="is frozen"):
            await show.rig.db.fetch(sql, key)


@pytest.mark.parametrize(
    "terms",
    [
        {"rules": {"scoring": GAIN, "places": 0}},
        {"rules": {"scoring": {"kind": "custom", "formula": "profit"}, "places": 5}},
        {"rules": {"scoring": {"kind": "custom", "formula": "__import__('os')"}, "places": 5}},
        {"rules": {"scoring": {"kind": "consistency", "meals": 0, "checkups": 0, "tasks": 0}, "places": 5}},
        {"rules": {"scoring": {"kind": "beauty", "criteria": [{"name": "Wool", "weight": 1}]}, "places": 5}},
        {"ends_at": "2001-01-01T00:00:00Z"},
        {"prizes": [{"first": 1, "last": 1, "kind": "cash"}]},
        {"prizes": [{"first": 2, "last": 1, "kind": "badge", "what": "A ribbon"}]},
        {"entry_fee": {"amount": "0.00", "currency": "EUR"}},
        {"entry_fee": {"amount": "1.00", "currency": "EUR"}, "rules": {"scoring": GAIN, "places": 60_000}},
    ],
)
async def test_terms_that_make_no_contest_are_refused(show: Show, terms: dict[str, Any]) -> None:
    answer = await show.ask("POST", "/admin/contests", **(show.terms() | terms))
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_rules_name_what_exists_and_times_lie_ahead(show: Show) -> None:
    unknown = str(new_id())
    terms = show.terms(eligibility={"livestock_type_ids": [str(show.type_id), unknown]})
    answer = await show.ask("POST", "/admin/contests", **terms)
    assert (answer.json()["code"], answer.json()["names"]) == ("unknown_in_rules", [unknown])
    past = {"registration_closes_at": (clock.now() - DAY).isoformat()}
    answer = await show.ask("POST", "/admin/contests", **(show.terms() | past))
    assert answer.json()["code"] == "contest_times_passed"


async def test_a_contest_with_judges_has_no_more_places_than_a_judge_can_mark(show: Show) -> None:
    scoring = {"kind": "beauty", "criteria": [{"name": "Wool", "weight": 1}]}
    times = {
        "judging_ends_at": (clock.now() + 34 * DAY).isoformat(),
        "reveal_ends_at": (clock.now() + 36 * DAY).isoformat(),
    }
    answers = [
        await show.ask("POST", "/admin/contests", **show.terms(scoring=scoring, places=places), **times)
        for places in (2_000, 2_001)
    ]
    assert [answer.status_code for answer in answers] == [201, 422]
