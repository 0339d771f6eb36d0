"""Finds the farm, type and breed that cells refer to, each by name or id."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ARRAY, Text, any_, literal, select
from sqlalchemy.orm import joinedload

from amigok_chassis.text import clean, comparable
from amigok_chassis.unit_of_work import UnitOfWork
from farm.breeds.models import Breed
from farm.farms.models import Farm
from farm.imports.cells import NAMES
from farm.imports.sheet import Flaw
from farm.types.models import LivestockType

LONGEST = 400
"""The most characters that a name has, in any composition."""


@dataclass(frozen=True)
class References:
    """What a batch of rows refers to, by the keys of cells."""

    farms: Mapping[str, list[UUID]]
    types: Mapping[str, list[UUID]]
    breeds: Mapping[str, list[Breed]]

    def resolve(self, cells: Mapping[str, str]) -> tuple[UUID | None, Breed | None, list[Flaw]]:
        """Returns the farm and the breed of a row, each None if its cells are wrong, and what is wrong with them."""
        hidden = [_hidden(column) for column in sorted(NAMES) if hides(cells.get(column, ""))]
        if hidden:
            return None, None, hidden
        farm, breed = self._farm(cells.get("farm")), self._breed(cells.get("breed"), cells.get("type"))
        flaws = [each for each in (farm, breed) if isinstance(each, Flaw)]
        return None if isinstance(farm, Flaw) else farm, None if isinstance(breed, Flaw) else breed, flaws

    def _farm(self, cell: str | None) -> UUID | Flaw:
        if cell is None:
            return Flaw("farm", "missing", "the farm is missing")
        found = self.farms.get(_key(cell))
        return found[0] if found else Flaw("farm", "unknown_farm", "there is no such farm")

    def _breed(self, cell: str | None, kind: str | None) -> Breed | Flaw:
        if cell is None:
            return Flaw("breed", "missing", "the breed is missing")
        found = self.breeds.get(_key(cell), [])
        if kind is not None:
            types = self.types.get(_key(kind))
            if not types:
                return Flaw("type", "unknown_livestock_type", "there is no such livestock type")
            found = [breed for breed in found if breed.livestock_type_id in types]
        if not found:
            return Flaw("breed", "unknown_breed", "there is no such breed")
        if len(found) > 1:
            return Flaw("breed", "ambiguous_breed", "several livestock types have a breed of this name; give the type")
        return found[0]


async def find(db: UnitOfWork, rows: Collection[Mapping[str, str]]) -> References:
    """Returns everything that these rows refer to."""
    breeds = await _named(db, Breed, [row.get("breed") for row in rows])
    ids = {each for found in breeds.values() for each in found}
    loaded = await db.scalars(select(Breed).options(joinedload(Breed.type, innerjoin=True)).where(Breed.id.in_(ids)))
    by_id = {breed.id: breed for breed in loaded}
    return References(
        farms=await _named(db, Farm, [row.get("farm") for row in rows]),
        types=await _named(db, LivestockType, [row.get("type") for row in rows]),
        breeds={cell: [by_id[each] for each in found] for cell, found in breeds.items()},
    )


async def _named(
    db: UnitOfWork, kind: type[Farm] | type[Breed] | type[LivestockType], cells: Iterable[str | None]
) -> dict[str, list[UUID]]:
    """Returns the ids that cells refer to, by their keys. An id takes precedence over a name."""
    keys = {key for cell in cells if cell is not None and len(key := _key(cell)) <= LONGEST}
    by_name = select(kind.name_key, kind.id).where(kind.name_key == any_(literal(sorted(keys), ARRAY(Text))))
    by_id = select(kind.id).where(kind.id.in_([UUID(key) for key in keys if _is_id(key)]))
    found: dict[str, list[UUID]] = {}
    for key, id in await db.execute(by_name):
        found.setdefault(key, []).append(id)
    return found | {str(id): [id] for id in await db.scalars(by_id)}


def hides(cell: str) -> bool:
    """Whether a cell has invisible characters, or characters that change the direction of writing."""
    try:
        clean(cell)
    except ValueError:
        return True
    return False


def _hidden(column: str) -> Flaw:
    return Flaw(column, "invalid", "this has invisible characters, or characters that change the direction of writing")


def _is_id(cell: str) -> bool:
    try:
        UUID(cell)
    except ValueError:
        return False
    return True


def _key(cell: str) -> str:
    if len(cell) > LONGEST:
        return cell
    return str(UUID(cell)) if _is_id(cell) else comparable(cell)
