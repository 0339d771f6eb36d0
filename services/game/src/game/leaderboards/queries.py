"""What counts in a contest, and reads of leaderboards."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from amigok_chassis.unit_of_work import UnitOfWork
from game.contests.models import Contest
from game.facts import queries as facts
from game.scoring.rules import Profit
from game.scoring.scores import KINDS
from game.scoring.values import Fact, Window


def window(contest: Contest, *, now: datetime | None = None) -> Window:
    """The time that a contest counts, as far as it has come by `now`; it must have started."""
    assert contest.started_at is not None
    ends = contest.counts_until
    return Window(contest.started_at, ends if now is None else max(min(now, ends), contest.started_at))


async def facts_of(db: UnitOfWork, contest: Contest, livestock_ids: Collection[UUID]) -> Sequence[Fact]:
    """All facts about these animals that count in a contest, with the ids of the events that told them."""
    rules = contest.terms.scoring
    counts = window(contest)
    begins = None if isinstance(rules, Profit) and rules.basis == "purchase" else counts.starts_at
    return await facts.of_animals(db, livestock_ids, KINDS[rules.kind], begins=begins, ends=counts.ends_at)
