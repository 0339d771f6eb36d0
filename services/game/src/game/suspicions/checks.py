"""The checks of fair play: each looks at a contest that has ended, and names what somebody should look at.

`linked_accounts`: money went between two accounts that have entered animals, or their owners have one legal name:
perhaps they are one person's.
`wash_trade`: in a contest of profits, an animal went in a circle of owners before it or while it ran, or between two
accounts that are linked: money went between them, or their owners have one legal name.
`partial_weigher`: a weight that counts was entered by somebody who has an animal in the contest, or whose account is
linked with the owner's. `judges_agree`: two judges gave too similar marks. `linked_judge`: money went between a judge
and an entrant after the judge was asked.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import groupby, pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import select

from amigok_chassis.rows import among
from amigok_chassis.unit_of_work import UnitOfWork
from game.animals.models import Ownership
from game.contests.models import Contest
from game.entries.models import Entry
from game.entries.queries import ranked
from game.judges import conflicts
from game.judges import queries as judges
from game.judging import outcome, service
from game.judging.models import Sheet
from game.leaderboards.queries import facts_of, window
from game.links.models import Recorder
from game.links.queries import Ties, animals_among, names_among, ties_among, transfers_among
from game.scoring.rules import Beauty
from game.suspicions.agreement import too_well
from game.suspicions.circles import WITHIN, Circle, Hand, circles
from game.suspicions.models import Kind

Pairs = set[frozenset[UUID]]


@dataclass(frozen=True)
class Suspected:
    """What a check has found."""

    kind: Kind
    about: Collection[UUID]
    entry_ids: Sequence[UUID] = ()
    judge_ids: Sequence[UUID] = ()
    evidence: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The same for what is about the same accounts, entries or judges."""
        return sha256("\n".join(sorted(map(str, self.about))).encode()).hexdigest()


Check = Callable[[UnitOfWork, Contest, Sequence[Entry]], Awaitable[list[Suspected]]]


async def all_of(db: UnitOfWork, contest: Contest) -> list[Suspected]:
    """Runs all checks on a contest that has ended."""
    entries = await ranked(db, contest.id)
    return [found for check in CHECKS for found in await check(db, contest, entries)]


async def linked_accounts(db: UnitOfWork, contest: Contest, entries: Sequence[Entry]) -> list[Suspected]:
    owners = {entry.owner_id for entry in entries}
    sent, named, handed = [await tied(db, owners) for tied in (transfers_among, names_among, animals_among)]
    by_owner = _by_owner(entries)
    return [
        Suspected(
            "linked_accounts",
            group,
            [entry.id for owner in sorted(group) for entry in by_owner[owner]],
            evidence={
                "accounts": sorted(map(str, group)),
                "transfers": group in sent,
                "name": group in named,
                "animals": any(pair <= group for pair in handed),
            },
        )
        for group in sorted(sent | named, key=sorted)
        if len(group) > 1
    ]


async def wash_trades(db: UnitOfWork, contest: Contest, entries: Sequence[Entry]) -> list[Suspected]:
    if contest.type != "profit":
        return []
    by_animal = {entry.livestock_id: entry for entry in entries}
    since = window(contest).starts_at - WITHIN
    hands = await _hands(db, list(by_animal))
    ties = await ties_among(db, {hand.owner_id for theirs in hands.values() for hand in theirs if hand.owner_id})
    found = []
    for animal, theirs in hands.items():
        evidence = {"circles": _circles(circles(theirs, since=since)), "sales": _sales(theirs, ties, since=since)}
        if any(evidence.values()):
            entry = by_animal[animal]
            found.append(Suspected("wash_trade", [entry.id], [entry.id], evidence=evidence))
    return found


async def linked_judges(db: UnitOfWork, contest: Contest, entries: Sequence[Entry]) -> list[Suspected]:
    if contest.type != "beauty":
        return []
    found = await judges.of_contest(db, contest.id, "accepted")
    linked = await transfers_among(db, {entry.owner_id for entry in entries} | {judge.user_id for judge in found})
    suspected = []
    for judge in found:
        paid = [entry.id for entry in entries if frozenset((judge.user_id, entry.owner_id)) in linked]
        late = sorted(set(paid) - set(await conflicts.of_judge(db, judge)))
        if late:
            evidence = {"judge": judge.number}
            suspected.append(Suspected("linked_judge", [judge.id, *late], late, [judge.id], evidence=evidence))
    return suspected


async def partial_weighers(db: UnitOfWork, contest: Contest, entries: Sequence[Entry]) -> list[Suspected]:
    by_animal = {entry.livestock_id: entry for entry in entries}
    facts = await facts_of(db, contest, list(by_animal)) if contest.type != "beauty" else []
    weighings = {fact.source_id: fact.livestock_id for fact in facts if fact.kind == "weighing"}
    rows = await db.execute(
        select(Recorder.weighing_id, Recorder.recorded_by).where(among(Recorder.weighing_id, list(weighings)))
    )
    recorders = dict(rows.all())
    owners = {entry.owner_id for entry in entries}
    ties = await ties_among(db, owners | set(recorders.values()))
    found: dict[UUID, list[dict[str, str]]] = defaultdict(list)
    for weighing_id, recorder in sorted(recorders.items()):
        entry = by_animal[weighings[weighing_id]]  # type: ignore[index]
        if why := _partial(recorder, entry.owner_id, owners, ties):
            found[entry.id].append({"weighing_id": str(weighing_id), "recorded_by": str(recorder), "why": why})
    return [
        Suspected("partial_weigher", [entry_id], [entry_id], evidence={"weighings": found[entry_id]})
        for entry_id in found
    ]


def _partial(recorder: UUID, owner: UUID, owners: set[UUID], ties: Ties) -> str | None:
    """Why somebody should not have weighed an animal."""
    if recorder == owner:
        return "owner"
    if ties.bind(recorder, owner):
        return "linked"
    return "entrant" if recorder in owners else None


async def judges_agree(db: UnitOfWork, contest: Contest, entries: Sequence[Entry]) -> list[Suspected]:
    rules = contest.terms.scoring
    if not isinstance(rules, Beauty):
        return []
    by_number = {judge.number: judge.id for judge in await judges.of_contest(db, contest.id, "accepted")}
    totals: dict[int, dict[int, Any]] = defaultdict(dict)
    for entry, told in (await _totals(db, contest, rules)).items():
        for judge, total in told.items():
            totals[judge][entry] = total
    return [
        Suspected(
            "judges_agree",
            [by_number[pair.first], by_number[pair.second]],
            judge_ids=[by_number[pair.first], by_number[pair.second]],
            evidence={"judges": [pair.first, pair.second], "entries": pair.entries, "same": pair.same},
        )
        for pair in await asyncio.to_thread(too_well, totals)
    ]


async def _totals(db: UnitOfWork, contest: Contest, rules: Beauty) -> dict[int, dict[int, Any]]:
    found = await judges.of_contest(db, contest.id, "accepted")
    sheets = {sheet.judge_id: sheet for sheet in await db.scalars(select(Sheet).where(Sheet.contest_id == contest.id))}
    told = [
        outcome.Revealed(
            judge.number,
            judge.seed,
            {int(position): marks for position, marks in (sheets[judge.id].marks or {}).items()},
            frozenset(map(int, sheets[judge.id].set_aside)),
        )
        for judge in found
        if judge.id in sheets
    ]
    return outcome.totals(rules, told, await service.numbers(db, contest.id))


async def _hands(db: UnitOfWork, livestock_ids: Sequence[UUID]) -> dict[UUID, list[Hand]]:
    """Who had each of these animals, in their order."""
    query = select(Ownership).where(among(Ownership.livestock_id, livestock_ids))
    rows = (await db.scalars(query.order_by(Ownership.livestock_id, Ownership.began_at, Ownership.version))).all()
    return {
        animal: [Hand(row.owner_id, row.began_at) for row in theirs]
        for animal, theirs in groupby(rows, key=lambda row: row.livestock_id)
    }


def _circles(found: Sequence[Circle]) -> list[dict[str, Any]]:
    return [
        {
            "owner_id": str(circle.owner_id),
            "began_at": circle.began_at.isoformat(),
            "closed_at": circle.closed_at.isoformat(),
            "through": list(map(str, circle.through)),
        }
        for circle in found
    ]


def _sales(hands: Sequence[Hand], ties: Ties, *, since: datetime) -> list[dict[str, str]]:
    """The sales of an animal between linked accounts since a moment."""
    return [
        {"seller_id": str(seller.owner_id), "buyer_id": str(buyer.owner_id), "at": buyer.at.isoformat()}
        for seller, buyer in pairwise(hands)
        if buyer.at >= since and seller.owner_id and buyer.owner_id and ties.bind(seller.owner_id, buyer.owner_id)
    ]


def _by_owner(entries: Sequence[Entry]) -> dict[UUID, list[Entry]]:
    found: dict[UUID, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.owner_id].append(entry)
    return found


CHECKS: Sequence[Check] = (linked_accounts, wash_trades, partial_weighers, judges_agree, linked_judges)
