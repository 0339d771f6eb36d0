"""The steps of the demonstration in which two animals compete for a prize, and anybody checks the result."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from amigok import demo_money as money
from amigok.client import Person, usd
from amigok.errors import Failure
from amigok.movable_clock import Clock
from amigok.stage import Stage
from amigok.state import State
from amigok_chassis.patience import until
from amigok_client import Problem
from amigok_client.api import contests, endings, entries, leaderboards, prizes, results, stages, suspicions, weights
from amigok_client.models import (
    ContestIn,
    ContestOut,
    EntryIn,
    LivestockDetails,
    Prize,
    PrizeWonOut,
    RankOut,
    Rules,
    StageIn,
    SuspicionDecisionIn,
    WeighingIn,
    WeightGain,
)

Pair = tuple[Person, LivestockDetails]
LASTS = timedelta(days=3)
WAITED = ("not_eligible", "livestock_not_found", "not_final")
"""What the game refuses until events have told it more."""


async def enter(stage: Stage, admin: Person, pairs: Sequence[Pair], clock: Clock) -> ContestOut:
    """A contest with a prize in which these people enter their animals; it has started."""
    await admin.step_up(password=admin.password)
    for owner, _ in pairs:
        await money.prove(admin, owner)
    contest = await admin.send(contests.add_contest(body=_terms(clock)))
    contest = await admin.send(stages.open_contest(contest.id, body=StageIn(contest.version)))
    for owner, animal in pairs:
        await until(partial(_entered, owner, contest, animal.id))
        await until(partial(_admitted, owner, contest.id))
        stage.fact(f"{owner.name} enters {animal.tag_number}")
    started = await admin.send(stages.start_contest(contest.id, body=StageIn(contest.version)))
    rules = await admin.send(contests.read_contest_rules(contest.id))
    stage.fact(f"it is {started.state}; rules and entries are frozen as {str(rules.frozen_hash)[:16]}…")
    return started


async def compete(
    stage: Stage, hand: Person, contest: ContestOut, pairs: Sequence[Pair], clock: Clock, *, gains: Sequence[str]
) -> None:
    """Two days pass between the first and the last weights, which grow by these kg."""
    before = {animal.id: animal.weight_kg for _, animal in pairs}
    for _, animal in pairs:
        await hand.send(weights.weigh(animal.id, body=WeighingIn(before[animal.id])))
    await clock.advance(timedelta(days=2))
    for (_, animal), gain in zip(pairs, gains, strict=True):
        await hand.send(weights.weigh(animal.id, body=WeighingIn(f"{float(before[animal.id]) + float(gain):.2f}")))
    for rank in await until(partial(_ranked, pairs[0][0], contest.id, len(pairs))):
        stage.fact(f"rank {rank.rank}: {rank.value} kg a day")


async def end(stage: Stage, state: State, admin: Person, contest: ContestOut, pairs: Sequence[Pair]) -> None:
    """The result is announced and checked from its file; the winner gets the prize."""
    await admin.step_up(password=admin.password)
    await admin.send(stages.end_contest(contest.id, body=StageIn(contest.version)))
    announced = await admin.send(endings.announce_winners(contest.id))
    file = await admin.send(results.read_result_file(contest.id))
    place = state.subfolder("results") / f"{contest.id}.json"
    await asyncio.to_thread(place.write_bytes, file.payload.read())
    stage.fact(f"result: {place}")
    stage.fact(await asyncio.to_thread(_verified, place, announced.head))
    await _look(stage, admin, contest.id)
    await until(partial(_given, admin, contest.id))
    winner = pairs[0][0]
    prize = await until(partial(_paid, winner, contest.id))
    amount = f"{prize.amount.amount} {prize.amount.currency}" if prize.amount else prize.what
    stage.fact(f"{winner.name} gets {amount} for rank {prize.rank} and has {(await winner.balance())[0]} USD")


def _terms(clock: Clock) -> ContestIn:
    now = clock.now()
    return ContestIn(
        title="Heaviest gain",
        rules=Rules(scoring=WeightGain(least_days=1), places=10, entries_per_user=1),
        rules_text="The farm weighs each animal at the beginning and at the end.",
        registration_closes_at=now + timedelta(hours=2),
        starts_at=now + timedelta(hours=3),
        ends_at=now + LASTS,
        prizes=[Prize(first=1, last=1, kind="cash", amount=usd("50.00"))],
        appeal_days=0,
    )


async def _entered(owner: Person, contest: ContestOut, livestock_id: UUID) -> bool:
    try:
        await owner.send(entries.enter_contest(contest.id, body=EntryIn(contest.version, livestock_id)))
    except Problem as problem:
        if problem.code not in WAITED:
            raise
        return False
    return True


async def _admitted(owner: Person, contest_id: UUID) -> bool:
    mine = (await owner.send(entries.list_my_contests())).items
    return any(each.contest_id == contest_id and each.state == "admitted" for each in mine)


async def _ranked(person: Person, contest_id: UUID, count: int) -> list[RankOut]:
    board = (await person.send(leaderboards.read_leaderboard(contest_id))).items
    return board if len([each for each in board if each.value is not None]) == count else []


def _verified(file: Path, head: str) -> str:
    """What the command says of a result. `Failure` if it is not as it should be."""
    command = [str(Path(sys.executable).with_name("amigok")), "contest", "verify", str(file), "--head", head]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failure(f"the result is not as it should be: {done.stdout}{done.stderr}")
    return f"verified offline: {done.stdout.strip().splitlines()[-1]}"


async def _look(stage: Stage, admin: Person, contest_id: UUID) -> None:
    """Clears what looks unfair: all people of the demonstration show the same passport."""
    for each in (await admin.send(suspicions.list_suspicions(contest_id))).items:
        decision = SuspicionDecisionIn("cleared", "It is a demonstration.")
        await admin.send(suspicions.decide_suspicion(each.id, body=decision))
        stage.fact(f"flagged as {each.kind}, and cleared by the administrator")


async def _given(admin: Person, contest_id: UUID) -> bool:
    try:
        await admin.send(endings.distribute_prizes(contest_id))
    except Problem as problem:
        if problem.code not in WAITED:
            raise
        return False
    return True


async def _paid(winner: Person, contest_id: UUID) -> PrizeWonOut | None:
    won = (await winner.send(prizes.list_my_prizes())).items
    return next((each for each in won if each.contest_id == contest_id and each.state == "paid"), None)
