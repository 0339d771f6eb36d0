"""What happens at the same time comes to the same as one after the other."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import UUID

from sqlalchemy import update

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_contracts.game_contests import ContestStarted, EntryCaptureRequested, EntryHoldRequested
from game.facts.models import Followed
from game.leaderboards import service as leaderboards
from services.game.tests.shows import DAY, Show, placed


async def test_the_last_place_is_taken_once(show: Show) -> None:
    contest = await show.contest(**show.terms(places=1))
    owners = [await show.rig.is_known(new_id()) for _ in range(4)]
    animals = [await show.animal(owner) for owner in owners]
    tries = (show.enter(contest, *each) for each in zip(owners, animals, strict=True))
    answers = await asyncio.gather(*tries)
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert (await show.read(contest))["places_taken"] == 1


async def test_clock_and_administrator_start_a_contest_once_and_its_fees_are_taken_once(show: Show) -> None:
    contest = await show.contest(entry_fee={"amount": "5.00", "currency": "EUR"})
    for _ in range(3):
        await show.entered(contest)
    holds = await show.rig.events(EntryHoldRequested)
    await asyncio.gather(*(show.rig.deliver(placed(each)) for each in holds))
    await show.waits(2 * DAY)
    await asyncio.gather(
        show.rig.run_task("move_contest"), show.move(contest, "start"), show.rig.run_task("move_contest")
    )
    assert len(await show.rig.events(ContestStarted)) == 1
    captured = [each.reference_id for each in await show.rig.events(EntryCaptureRequested)]
    assert sorted(captured) == sorted(each.reference_id for each in holds)


async def test_whoever_enters_while_it_starts_is_frozen_in_or_refused(show: Show) -> None:
    contest = await show.contest()
    await show.entered(contest)
    owner = await show.rig.is_known(new_id())
    animal = await show.animal(owner)
    entered, started = await asyncio.gather(show.enter(contest, owner, animal), show.move(contest, "start"))
    assert started.status_code == 200
    [event] = await show.rig.events(ContestStarted)
    assert event.entries == (2 if entered.status_code == 201 else 1)
    if entered.status_code == 201:
        assert (await show.entry(entered.json()["id"]))["state"] == "competing"
    else:
        assert entered.json()["code"] == "registration_closed"


async def _scored(show: Show, livestock_id: UUID) -> None:
    async with show.rig.db.unit_of_work() as db:
        await leaderboards.score_animal(db, livestock_id)


async def test_an_animal_that_enters_again_while_it_is_scored_for_the_last_time_is_followed_on(
    show: Show, somebody_waits: Callable[..., Awaitable[None]]
) -> None:
    animal = new_id()
    async with show.rig.db.unit_of_work() as db:
        db.add(Followed(livestock_id=animal, due_at=clock.now()))
    async with show.rig.db.unit_of_work() as starting:
        starts = update(Followed).where(Followed.livestock_id == animal)
        await starting.execute(starts.values(due_at=clock.now() + DAY))
        scoring = asyncio.create_task(_scored(show, animal))
        await somebody_waits()
    await scoring
    assert len(await show.rig.db.fetch("SELECT FROM followed_animals WHERE livestock_id = $1", animal)) == 1
