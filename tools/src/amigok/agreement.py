"""Whether the databases agree, by what services declare (`Service.invariants`).

For operators and auditors (`amigok check`), and for tests, which must find nothing at rest.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any

import asyncpg
from pydantic import BaseModel

from amigok import fleet
from amigok.databases import url_of
from amigok.errors import Failure
from amigok.state import State
from amigok_chassis.driver import Connection
from amigok_chassis.invariants import Agrees, Holds, Invariant, UnderWay
from amigok_chassis.patience import PATIENCE, until
from amigok_chassis.service import Service

Row = Mapping[str, Any]
Answers = Mapping[str, Mapping[Invariant, Sequence[Row]]]
"""By service, what its database answers to each of its invariants."""

Key = tuple[Any, ...]

_GONE = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)
"""What is raised where a database is not there or goes away."""

_UNPUBLISHED = "SELECT count(*) FROM outbox WHERE published_at IS NULL"


class Agreement(BaseModel):
    """How much was compared, what is still under way (by noun), and every difference found."""

    facts: int
    under_way: dict[str, int]
    unpublished: int
    differences: list[str]

    @property
    def at_rest(self) -> bool:
        return not self.under_way and self.unpublished == 0


@dataclass(frozen=True)
class _Statement:
    """What one service states of a fact: the rows of each key."""

    service: str
    fact: Agrees
    rows: Mapping[Key, Sequence[Row]]


class Stores:
    """The databases of a running fleet, for reading. Connections are kept until one of them fails."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._open: dict[str, asyncpg.Connection] = {}

    async def aclose(self) -> None:
        while self._open:
            _name, connection = self._open.popitem()
            with suppress(*_GONE):
                await connection.close()

    async def fetch(self, service: str, sql: str) -> Sequence[Row]:
        """What a service's database answers. `Failure` if it is not there or goes away."""
        try:
            rows: Sequence[Row] = await (await self._connection(service)).fetch(sql)
        except _GONE as error:
            await self.aclose()
            raise Failure(f"the databases cannot be read: {error}") from error
        return rows

    async def _connection(self, service: str) -> asyncpg.Connection:
        if self._state.servers is None:
            raise Failure("the fleet has no databases yet")
        if service not in self._open:
            url = url_of(self._state.servers.postgres, service)
            connection = await asyncpg.connect(url, timeout=PATIENCE, connection_class=Connection)
            self._open[service] = connection
            await connection.execute("SET default_transaction_read_only = on")
        return self._open[service]


def look(state: State, service: str = "") -> Agreement:
    """Compares the stores of a running fleet, or what concerns one service. `Failure` if they cannot be read."""

    async def compared() -> Agreement:
        async with aclosing(Stores(state)) as stores:
            return await compare(stores, service)

    return asyncio.run(compared())


async def compare(stores: Stores, service: str = "") -> Agreement:
    """As `look`, for callers that have a loop."""
    answers, unpublished = await _ask(stores, concerned(declared(), service))
    return Agreement(
        facts=sum(len(set().union(*(each.rows for each in stated))) for stated in _statements(answers).values()),
        under_way={noun: len(ids) for noun, ids in _under_way(answers).items() if ids},
        unpublished=unpublished,
        differences=list(differences(answers)),
    )


async def settle(stores: Stores, *, apart_from: Collection[str] = ()) -> None:
    """Returns when nothing but these nouns is under way and every event is published; compares nothing.

    TimeoutError with what is still under way if that does not come, `Failure` if the databases cannot be read.
    """
    waiting = ""
    watched = {
        name: [each for each in all if isinstance(each, UnderWay) and each.noun not in apart_from]
        for name, all in declared().items()
    }

    async def settled() -> bool:
        nonlocal waiting
        answers, unpublished = await _ask(stores, watched)
        under_way = {noun: len(ids) for noun, ids in _under_way(answers).items() if ids}
        waiting = f"still under way: {under_way}; events not published: {unpublished}"
        return not unpublished and not under_way

    try:
        await until(settled)
    except TimeoutError as error:
        raise TimeoutError(waiting) from error


def declared() -> dict[str, Sequence[Invariant]]:
    """By service, the invariants of the fleet."""
    services: list[Service] = [fleet.load(name) for name in fleet.SERVICES]
    return {service.name: service.invariants for service in services if service.database}


def concerned(invariants: Mapping[str, Sequence[Invariant]], service: str) -> Mapping[str, Sequence[Invariant]]:
    """What one service declares, and what others state of the same facts; everything when none is named.

    `Failure` if there is no such service or it has no database.
    """
    if not service:
        return invariants
    if service not in invariants:
        raise Failure(f"there is nothing to check of '{service}'; there is of {', '.join(invariants)}")
    facts = {each.name: each.noun for each in invariants[service] if isinstance(each, Agrees)}

    def concerns(name: str, each: Invariant) -> bool:
        match each:
            case Holds():
                return name == service
            case Agrees():
                return each.name in facts
            case UnderWay():
                return each.noun in facts.values()

    return {name: [each for each in all if concerns(name, each)] for name, all in invariants.items()}


def differences(answers: Answers) -> Iterator[str]:
    """Everything that breaks what services declare."""
    yield from _broken(answers)
    under_way = _under_way(answers)
    for name, stated in _statements(answers).items():
        yield from _disagreements(stated, under_way.get(stated[0].fact.noun, set()), name)


async def _ask(stores: Stores, invariants: Mapping[str, Sequence[Invariant]]) -> tuple[Answers, int]:
    """Reads all of it, and how many events are unpublished. What is under way is read first, of everybody."""
    answers: dict[str, dict[Invariant, Sequence[Row]]] = {name: {} for name in invariants}
    for first in (True, False):
        for name, all in invariants.items():
            for each in all:
                if isinstance(each, UnderWay) == first:
                    answers[name][each] = await stores.fetch(name, each.sql)
    unpublished = [(await stores.fetch(name, _UNPUBLISHED))[0]["count"] for name in invariants]
    return answers, sum(unpublished)


def _broken(answers: Answers) -> Iterator[str]:
    for service, all in answers.items():
        for each, rows in all.items():
            if isinstance(each, Holds):
                for row in rows:
                    found = f"expected {_said(row['expected'])}, found {_said(row['found'])}"
                    yield f"{service}: {each.name.replace('_', ' ')}: {row['id']}: {found}"


def _under_way(answers: Answers) -> dict[str, set[Any]]:
    """By noun, the ids of what is not at rest."""
    found: dict[str, set[Any]] = {}
    for all in answers.values():
        for each, rows in all.items():
            if isinstance(each, UnderWay):
                found.setdefault(each.noun, set()).update(row["id"] for row in rows)
    return found


def _statements(answers: Answers) -> dict[str, list[_Statement]]:
    """By fact, what each service states of it."""
    found: dict[str, list[_Statement]] = {}
    for service, all in answers.items():
        for each, rows in all.items():
            if isinstance(each, Agrees):
                by_key: dict[Key, list[Row]] = {}
                for row in rows:
                    by_key.setdefault(tuple(row[column] for column in each.key), []).append(row)
                found.setdefault(each.name, []).append(_Statement(service, each, by_key))
    return found


def _disagreements(stated: Sequence[_Statement], under_way: Collection[Any], name: str) -> Iterator[str]:
    for key in sorted(set().union(*(each.rows for each in stated)), key=str):
        if key[0] not in under_way:
            for what in (*_missing(stated, key), *_repeated(stated, key), *_unequal(stated, key)):
                yield f"{name} {' '.join(map(str, key))}: {what}"


def _missing(stated: Sequence[_Statement], key: Key) -> Iterator[str]:
    """Who does not state what others do."""
    having = [each for each in stated if key in each.rows]
    lacking = [each for each in stated if key not in each.rows and not each.fact.partial]
    if lacking:
        yield f"{_meanings(having)}, but it is not so that {_meanings(lacking)}"


def _repeated(stated: Sequence[_Statement], key: Key) -> Iterator[str]:
    """Who states it more than once."""
    for each in stated:
        if (times := len(each.rows.get(key, ()))) > 1:
            yield f"{each.service} {each.fact.meaning} {times} times"


def _unequal(stated: Sequence[_Statement], key: Key) -> Iterator[str]:
    """Which columns differ between those who know them."""
    known: dict[str, dict[str, list[str]]] = {}
    for each in stated:
        for row in each.rows.get(key, ())[:1]:
            for column, value in row.items():
                known.setdefault(column, {}).setdefault(_said(value), []).append(each.service)
    for column, values in known.items():
        if len(values) > 1:
            yield f"{column} is " + ", ".join(f"{value} to {' and '.join(who)}" for value, who in values.items())


def _meanings(stated: Sequence[_Statement]) -> str:
    return " and ".join(f"{each.service} {each.fact.meaning}" for each in stated)


def _said(value: Any) -> str:
    """A value as people say it."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
    return str(value)
