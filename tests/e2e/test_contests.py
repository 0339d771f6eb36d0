"""A contest with a fee, through the gateway: held, frozen, taken, not for sale meanwhile, and given back."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from amigok.client import Person, usd
from amigok_chassis import clock
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.api import blocks, contests, entries, leaderboards, stages, weights
from amigok_client.models import ContestIn, ContestOut, EntryIn, EntryOut, Rules, StageIn, WeighingIn, WeightGain
from tests.e2e.herds import seen

FEE = "2.00"


async def opened(fleet: Any) -> ContestOut:
    """A weight contest that forbids sales, and that owners may enter now."""
    now = clock.now()
    terms = ContestIn(
        now + timedelta(days=30),
        now + timedelta(hours=1),
        Rules(10, WeightGain(least_days=1), forbids_sale=True, least_entries=1),
        "Animals are weighed by the farm's staff.",
        now + timedelta(hours=2),
        "Heaviest gain of the spring",
        entry_fee=usd(FEE),
    )
    contest = await fleet.admin.send(contests.add_contest(body=terms))
    opened: ContestOut = await fleet.admin.send(stages.open_contest(contest.id, body=StageIn(contest.version)))
    return opened


async def admitted(owner: Person, contest: ContestOut, animal: UUID) -> EntryOut:
    """The animal in the contest, once the wallet holds the fee."""

    async def entered() -> list[EntryOut]:
        try:
            return [await owner.send(entries.enter_contest(contest.id, body=EntryIn(contest.version, animal)))]
        except Problem as problem:
            if problem.code == "livestock_not_found":  # game has not heard yet whose it is
                return []
            raise

    [entry] = await until(entered)
    page = await seen(owner, entries.list_my_contests(), lambda page: page.items[0].state == "admitted")
    assert page.items[0].id == entry.id
    return entry


async def sellable(owner: Person, animal: UUID, wanted: bool) -> None:
    await seen(owner, blocks.get_sale_status(animal), lambda status: status.sellable is wanted)


async def test_a_fee_is_held_and_taken_the_animal_not_sold_meanwhile_and_all_is_undone_by_a_cancellation(
    fleet: Any,
) -> None:
    owner = await fleet.person("entrant", money="50.00")
    [animal] = await fleet.flock(1, price="20.00")
    await owner.buy(animal)
    contest = await opened(fleet)
    entry = await admitted(owner, contest, animal)
    assert await owner.balance() == ("28.00", "2.00")
    started = await fleet.admin.send(stages.start_contest(contest.id, body=StageIn(contest.version)))
    rules = await owner.send(contests.read_contest_rules(contest.id))
    assert (started.state, len(str(rules.frozen_hash))) == ("active", 64)
    await sellable(owner, animal, False)
    await until(lambda: _is(fleet, entry.id, "captured"))
    assert await owner.balance() == ("28.00", "0.00")
    await fleet.admin.send(weights.weigh(animal, body=WeighingIn("62.00")))
    await until(lambda: _weighed(fleet, entry.id))
    [mine] = await owner.send(leaderboards.read_my_ranking(contest.id))
    assert (mine.entry_id, mine.position, mine.rank) == (entry.id, 1, None)
    await fleet.at_rest()
    await fleet.admin.send(stages.cancel_contest(contest.id, version=contest.version))
    await sellable(owner, animal, True)
    await until(lambda: _is(fleet, entry.id, "refunded"))
    assert await owner.balance() == ("30.00", "0.00")
    await fleet.at_rest()


async def _is(fleet: Any, entry_id: UUID, state: str) -> bool:
    [row] = await fleet.query("game", "SELECT fee_state FROM entries WHERE id = $1", entry_id)
    return bool(row["fee_state"] == state)


async def _weighed(fleet: Any, entry_id: UUID) -> bool:
    [row] = await fleet.query("game", "SELECT parts ->> 'weighings' AS n FROM scores WHERE entry_id = $1", entry_id)
    return bool(row["n"] == "1")
