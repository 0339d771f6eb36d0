"""Which rows of facts somebody may see, as conditions of SQL with their parameters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from amigok_chassis.auth import Principal
from amigok_chassis.errors import Forbidden
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_herd import LivestockNotFound, require_farm_people, works_at
from analytics.animals.models import Animal, Ownership
from analytics.farms.models import Farm
from analytics.pseudonyms.service import pseudonym_of
from analytics.scopes.schemas import ScopeIn, Whose

NIL = UUID(int=0)
"""The platform, or nobody, in facts."""

_AT_FARM = """livestock_id IN (
    SELECT livestock_id FROM placements FINAL WHERE farm_id <> {nil:UUID}
    GROUP BY livestock_id HAVING argMax(farm_id, (at, version)) = {farm:UUID}
)"""


@dataclass(frozen=True)
class Scope:
    """Rows that somebody may see: conditions on the columns `owner` and `livestock_id`, with their parameters.

    A farm's animals are those that live there, or lived there last. `owner` is the one owner, if it is about one.
    """

    whose: Whose
    owners: str
    animals: str
    params: Mapping[str, object]
    owner: UUID | None = None

    @property
    def sql(self) -> str:
        return f"{self.owners} AND {self.animals}"


async def scope_of(db: UnitOfWork, me: Principal, asked: ScopeIn) -> Scope:
    """What somebody may see of what they ask for. Raises LivestockNotFound, Forbidden, OtherFarm."""
    ids = sorted(set(asked.livestock_id))
    params: dict[str, object] = {"nil": NIL, **({"animals": ids} if ids else {})}
    named = "livestock_id IN {animals:Array(UUID)}" if ids else "true"
    if asked.scope == "farm":
        await require_farm_people(db, Farm, me, asked.farm_id, everywhere={"admin"})
        return Scope("farm", "owner <> {nil:UUID}", f"{named} AND {_AT_FARM}", {**params, "farm": asked.farm_id})
    if asked.scope == "platform":
        return _of_platform(me, named, params)
    await _require_mine(db, me.id, ids)
    owner = await pseudonym_of(db, me.id)
    return Scope("mine", "owner = {owner:UUID}", named, {**params, "owner": owner}, owner)


def _of_platform(me: Principal, named: str, params: Mapping[str, object]) -> Scope:
    """The platform's own side of every movement. Raises Forbidden."""
    if me.role != "admin":
        raise Forbidden
    return Scope("platform", "owner = {nil:UUID}", named, params)


async def require_seen(db: UnitOfWork, me: Principal, livestock_id: UUID) -> Animal:
    """The animal, for its owner, the staff of its farm, and administrators. Raises LivestockNotFound."""
    animal = await db.get(Animal, livestock_id)
    if animal is None:
        raise LivestockNotFound
    staff = me.role == "farm_staff" and await works_at(db, Farm, me.id, animal.farm_id)
    if animal.owner_id != me.id and me.role != "admin" and not staff:
        raise LivestockNotFound
    return animal


async def _require_mine(db: UnitOfWork, user_id: UUID, ids: Sequence[UUID]) -> None:
    """Lets somebody ask for animals that they own or have owned. Raises LivestockNotFound."""
    owned = select(Ownership.livestock_id).where(Ownership.owner_id == user_id, Ownership.livestock_id.in_(ids))
    own = select(Animal.id).where(Animal.owner_id == user_id, Animal.id.in_(ids))
    either = owned.union(own).subquery()
    if await db.scalar(select(func.count()).select_from(either)) != len(ids):
        raise LivestockNotFound
