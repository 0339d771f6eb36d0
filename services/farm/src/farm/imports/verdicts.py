"""Decides about each row: it is a new animal, or one that exists already, or it is refused with reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from amigok_chassis import clock
from amigok_chassis.errors import DomainError
from amigok_chassis.unit_of_work import UnitOfWork
from farm.breeds.models import Breed
from farm.farms.errors import FarmFull
from farm.farms.models import Farm
from farm.imports import references, sheet
from farm.imports.cells import UNIQUE
from farm.imports.models import WaitingRow
from farm.imports.sheet import Flaw
from farm.livestock.models import Livestock
from farm.livestock.queries import with_names
from farm.livestock.schemas import LivestockIn
from farm.pedigree.errors import BornInFuture, BornTooEarly
from farm.registrations import service as registrations
from farm.registrations.errors import TooHeavy
from farm.types.errors import Retired

_COLUMN_OF = {"farm_id": "farm", "breed_id": "breed"}
_NOBODY = UUID(int=0)

_KEYS = {"tag_number": Livestock.tag_key, "unique_id_card": Livestock.id_card_key, "eid": Livestock.eid}
"""The columns of the table that the unique columns of a file are compared with."""

_TO_BLAME: dict[type[DomainError], str] = {
    FarmFull: "farm",
    Retired: "breed",
    BornInFuture: "date_of_birth",
    BornTooEarly: "date_of_birth",
    TooHeavy: "weight_kg",
}
"""The column to blame for each failure of a registration."""


@dataclass
class Candidate:
    """A row whose cells are valid, and the animal that it describes."""

    number: int
    body: LivestockIn
    breed: Breed


@dataclass
class Verdicts:
    """The decisions about rows: which were added, which exist already, and what was wrong with each of the others."""

    added: list[int] = field(default_factory=list)
    already_there: list[int] = field(default_factory=list)
    refused: dict[int, list[Flaw]] = field(default_factory=dict)

    def __iadd__(self, other: "Verdicts") -> "Verdicts":
        self.added += other.added
        self.already_there += other.already_there
        self.refused |= other.refused
        return self


async def read(db: UnitOfWork, rows: Sequence[WaitingRow]) -> tuple[Verdicts, list[Candidate]]:
    """Validates cells. Returns the verdicts on wrong rows, and the others as candidates."""
    known = await references.find(db, [row.cells for row in rows])
    verdicts, candidates = Verdicts(), []
    for row in rows:
        farm_id, breed, flaws = known.resolve(row.cells)
        body = sheet.animal(row.cells, farm_id=farm_id or _NOBODY, breed_id=breed.id if breed else _NOBODY)
        flaws = [Flaw(*flaw) for flaw in row.flaws] + flaws + (body if isinstance(body, list) else [])
        if flaws or breed is None or isinstance(body, list):
            verdicts.refused[row.number] = flaws
        else:
            candidates.append(Candidate(row.number, body, breed))
    return verdicts, candidates


async def judge(
    db: UnitOfWork, candidates: Sequence[Candidate], farms: Mapping[UUID, Farm]
) -> tuple[Verdicts, list[Livestock]]:
    """Returns the verdict on each candidate, and the new animals with their places taken."""
    present = await _present(db, candidates)
    now = clock.now()
    verdicts, animals = Verdicts(), []
    for each in candidates:
        flaws = _conflicts(each.body, present)
        if flaws is None:
            try:
                animals.append(_newcomer(each, farms[each.body.farm_id], now))
                verdicts.added.append(each.number)
            except tuple(_TO_BLAME) as error:
                verdicts.refused[each.number] = [Flaw(_TO_BLAME[type(error)], error.code, error.detail)]
        elif flaws:
            verdicts.refused[each.number] = flaws
        else:
            verdicts.already_there.append(each.number)
    return verdicts, animals


def _newcomer(each: Candidate, farm: Farm, now: datetime) -> Livestock:
    each.breed.refuse_retired()
    fields = {name: getattr(each.body, name) for name in sheet.FIELDS}
    return registrations.newcomer(farm, each.breed, now, **fields, price_per_kg=each.body.price_per_kg)


Present = dict[tuple[str, str], Livestock]
"""Existing animals, by unique column and comparable value."""


async def _present(db: UnitOfWork, candidates: Sequence[Candidate]) -> Present:
    """Returns the animals that have a tag, a card or an EID of the rows."""
    wanted = [key for each in candidates for key in _keys(each.body)]
    same = (key.in_({value for name, value in wanted if name == column}) for column, key in _KEYS.items())
    found = await db.scalars(select(Livestock).options(*with_names()).where(or_(*same)))
    return {key: animal for animal in found for key in _keys(animal)}


def _keys(animal: LivestockIn | Livestock) -> list[tuple[str, str]]:
    values = ((name, getattr(animal, name)) for name in UNIQUE)
    return [(name, UNIQUE[name](value)) for name, value in values if value is not None]


def _conflicts(body: LivestockIn, present: Present) -> list[Flaw] | None:
    """Returns how a row differs from the animal with its tag, or None if the row is a new animal."""
    keys = dict(_keys(body))
    known = present.get(("tag_number", keys["tag_number"]))
    if known is None:
        return [taken(name) for name, key in keys.items() if (name, key) in present] or None
    cells, of_known = sheet.cells(known), dict(_keys(known))
    same = {name for name, key in keys.items() if of_known.get(name) == key}
    fields = sorted(body.model_fields_set - same)
    columns = [_COLUMN_OF.get(name, name) for name in fields if getattr(known, name) != getattr(body, name)]
    return [Flaw(column, "differs", f"the animal with this tag has {cells[column]}") for column in columns]


def taken(column: str) -> Flaw:
    return Flaw(column, f"{column}_taken", f"another animal has this {column}")
