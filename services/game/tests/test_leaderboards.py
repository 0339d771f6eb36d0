"""Who is before whom, by pages, around oneself, from the database and from Redis."""

import os
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from amigok_chassis import clock
from amigok_chassis.testing import running
from game.contests.models import Contest
from game.main import service
from game.results import service as results
from game.settings import Settings
from services.game.tests.shows import DAY, Show, ids

REDIS = os.environ.get("AMIGOK_TEST_REDIS_URL", "")


async def grown(show: Show, contest: dict[str, Any], *gains: str | None) -> list[dict[str, Any]]:
    """A contest that has started, with an entry for each of these gains in ten days; None: it was not weighed."""
    entries = [await show.entered(contest) for _ in gains]
    await show.started(contest)
    start = clock.now()
    await show.waits(11 * DAY)
    for entry, gain in zip(entries, gains, strict=True):
        if gain is not None:
            await show.weighs(entry["livestock_id"], "40", at=start + DAY / 2)
            await show.weighs(entry["livestock_id"], str(40 + float(gain)), at=start + 10.5 * DAY)
    return entries


async def test_pages_of_a_leaderboard_go_on_with_the_same_ranks(show: Show) -> None:
    contest = await show.contest()
    entries = await grown(show, contest, "1", "3", None, "3", "3", "2")
    whole = await show.board(contest)
    found, cursor = [], None
    while True:
        query = {"limit": 2} | ({"cursor": cursor} if cursor else {})
        answer = (await show.ask("GET", f"/contests/{contest['id']}/leaderboard", **query)).json()
        found += answer["items"]
        if not (cursor := answer["next_cursor"]):
            break
    assert found == whole
    order = [entries.index(next(each for each in entries if each["id"] == id)) for id in ids(whole)]
    assert order == [1, 3, 4, 5, 0, 2]
    assert [(row["rank"], row["position"]) for row in whole] == [(1, 1), (1, 2), (1, 3), (4, 4), (5, 5), (None, 6)]


@pytest.mark.parametrize(("ties", "ranks"), [("shared", [1, 1, 3]), ("first_registered", [1, 2, 3])])
async def test_one_sees_ones_own_ranks_and_who_is_around(show: Show, ties: str, ranks: list[int]) -> None:
    contest = await show.contest(**show.terms(ties=ties))
    entries = await grown(show, contest, "3", "3", "1")
    await show.board(contest)
    path = f"/contests/{contest['id']}/my-ranking"
    for number, (entry, rank) in enumerate(zip(entries, ranks, strict=True)):
        [mine] = (await show.ask("GET", path, by=entry["owner_id"], around=1)).json()
        assert (mine["rank"], mine["position"], mine["entry_id"]) == (rank, number + 1, entry["id"])
        around = [(row["position"], row["rank"]) for row in mine["around"]]
        assert around == [(n + 1, ranks[n]) for n in (number - 1, number + 1) if 0 <= n < 3]
        assert mine["parts"]["weighings"] == 2
    assert (await show.ask("GET", path, by=show.admin)).json() == []


async def test_nobody_is_ranked_before_the_start_and_judges_keep_their_marks_to_themselves(show: Show) -> None:
    contest = await show.contest()
    path = f"/contests/{contest['id']}/leaderboard"
    assert (await show.ask("GET", path)).json()["code"] == "contest_not_started"
    beauty = {"kind": "beauty", "criteria": [{"name": "Wool", "weight": 1}]}
    times = {"judging_ends_at": _in(33), "reveal_ends_at": _in(34)}
    shown = await show.contest(**show.terms(scoring=beauty), **times)
    await show.entered(shown)
    await show.started(shown)
    path = f"/contests/{shown['id']}"
    for what in ("leaderboard", "my-ranking"):
        assert (await show.ask("GET", f"{path}/{what}")).json()["code"] == "contest_not_revealed"


async def test_animals_are_followed_as_long_as_a_contest_runs(show: Show) -> None:
    contest = await show.contest()
    [entry] = await grown(show, contest, "1")
    await show.board(contest)
    followed = "SELECT livestock_id FROM followed_animals"
    assert len(await show.rig.db.fetch(followed)) == 1
    await show.move(contest, "end")
    async with show.rig.db.unit_of_work() as db:
        await results.announce(db, UUID(contest["id"]))
    await show.weighs(entry["livestock_id"], "43", at=clock.now())
    await show.rig.run_task("score_animal")
    assert len(await show.rig.db.fetch(followed)) == 1  # what comes late may count after an appeal
    async with show.rig.db.unit_of_work() as db:
        (await db.get_one(Contest, UUID(contest["id"]))).become("complete")
        (await db.get_one(Contest, UUID(contest["id"]))).completed_at = clock.now()
    await show.weighs(entry["livestock_id"], "44", at=clock.now())
    await show.rig.run_task("score_animal")
    assert await show.rig.db.fetch(followed) == []


async def test_animals_are_not_followed_when_their_contest_is_cancelled(show: Show) -> None:
    contest = await show.contest()
    [entry] = await grown(show, contest, "1")
    followed = "SELECT livestock_id FROM followed_animals"
    await show.ask("DELETE", f"/admin/contests/{contest['id']}", version=1)
    await show.rig.run_task("score_animal")
    assert await show.rig.db.fetch(followed) == []
    await show.weighs(entry["livestock_id"], "44", at=clock.now())
    assert await show.rig.db.fetch(followed) == []


async def test_what_falls_due_by_time_is_scored_anew_each_day(show: Show) -> None:
    contest = await show.contest(**show.terms(scoring={"kind": "consistency", "checkup_days": 1}))
    await show.entered(contest)
    await show.started(contest)
    assert [row["value"] for row in await show.board(contest)] == [None]
    await show.waits(DAY * 1.5)
    assert [row["value"] for row in await show.board(contest)] == ["0.000000"]


@pytest.fixture
async def cached() -> AsyncIterator[Show]:
    """A show whose ranks come from Redis."""
    async with running(service, redis_url=REDIS) as rig:
        rig.context.use(Settings(cached_from=1))
        show = Show(rig)
        await show.begin()
        yield show
        assert rig.context.redis is not None
        await rig.context.redis.delete(clock.OFFSET_KEY)


async def test_ranks_from_redis_are_those_of_the_database_while_scores_change(cached: Show) -> None:
    show, redis = cached, cached.rig.context.redis
    assert redis is not None
    contest = await show.contest()
    entries = await grown(show, contest, "1", "3", "3", None)
    path = f"/contests/{contest['id']}/my-ranking"

    async def ranks() -> list[tuple[int, int]]:
        await show.rig.run_task("score_animal")
        found = [(await show.ask("GET", path, by=each["owner_id"])).json()[0] for each in entries]
        return [(each["rank"], each["position"]) for each in found]

    from_database = await ranks()
    assert from_database == [(3, 3), (1, 1), (1, 2), (None, 4)]
    await show.rig.run_task("make_boards")
    assert await redis.get(f"game:board:{contest['id']}:state") == b"ready"
    assert await ranks() == from_database
    await show.weighs(entries[0]["livestock_id"], "60", at=clock.now() - DAY / 4)
    assert await ranks() == [(1, 1), (2, 2), (2, 3), (None, 4)]
    await show.dies(entries.pop(1))
    await show.move(contest, "end")
    assert await ranks() == [(1, 1), (2, 3), (None, 4)]  # until the result is announced
    board = f"game:board:{contest['id']}"
    assert await redis.zcard(f"{board}:places") == 4
    await redis.delete(f"{board}:state", f"{board}:places", f"{board}:entries")
    assert await ranks() == [(1, 1), (2, 3), (None, 4)]  # until the result is announced


def _in(days: int) -> str:
    return (clock.now() + days * DAY).isoformat()
