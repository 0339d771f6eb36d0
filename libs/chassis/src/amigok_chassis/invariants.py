"""What holds at rest: within one database, and between the databases of several services.

Services declare it in their nouns. `amigok check`, proofs and tests read the declarations; none of them knows a table.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import structlog
from sqlalchemy import text

from amigok_chassis.unit_of_work import UnitOfWork

log = structlog.get_logger()

PROVE = "prove_invariants"
"""The job of every service that declares any."""


@dataclass(frozen=True)
class Holds:
    """What is always true of one database. `name` says it: `balance_equals_entries`.

    `sql` selects the rows that break it: `id`, and what was `expected` and `found`. It only reads.
    """

    name: str
    sql: str


@dataclass(frozen=True)
class Agrees:
    """A fact that several services state alike, each from its own database.

    They give it the same `name`, `<noun>.<fact>`; `meaning` is what it comes to in this service: "captured the price".
    `sql` selects a row for each time that it is so: `id`, and what else is known of it. What two services know under
    the same column name must be equal. `key` are the columns that tell facts apart, alike in all services, `id` first.
    A service whose statement is `partial` knows only some of the facts, but none that the others do not know.
    """

    name: str
    meaning: str
    sql: str
    key: tuple[str, ...] = ("id",)
    partial: bool = False

    @property
    def noun(self) -> str:
        return self.name.partition(".")[0]


@dataclass(frozen=True)
class UnderWay:
    """What is not at rest: `sql` selects each `id` of which no fact about this `noun` is compared for now."""

    noun: str
    sql: str


Invariant: TypeAlias = Holds | Agrees | UnderWay


@dataclass(frozen=True)
class Broken:
    """A row that breaks what should hold."""

    name: str
    id: Any
    expected: Any
    found: Any


async def broken(db: UnitOfWork, invariants: Sequence[Holds], *, most: int = 100) -> list[Broken]:
    """What breaks any of these in the service's own database, at most so many of each. Each is one statement."""
    return [
        Broken(each.name, row.id, row.expected, row.found)
        for each in invariants
        for row in (await db.execute(text(f"{each.sql} LIMIT {most}"))).all()
    ]


Told: TypeAlias = Callable[[UnitOfWork, list[Broken]], Awaitable[int]]
"""Is told what breaks the service's invariants, and returns how many differences it has found besides."""


def prover(invariants: Sequence[Holds], told: Sequence[Told]) -> Callable[[UnitOfWork], Awaitable[int]]:
    """A job that proves these, logs what breaks them, and returns how many differences there are."""

    async def prove(db: UnitOfWork) -> int:
        found = await broken(db, invariants)
        for each in found:
            log.error("invariant.broken", name=each.name, id=str(each.id))
        return len(found) + sum([await tell(db, found) for tell in told])

    return prove


async def last_found(db: UnitOfWork) -> int:
    """How many differences the last proof found."""
    return await db.scalar(text("SELECT found FROM scheduled_jobs WHERE name = :name"), {"name": PROVE}) or 0
