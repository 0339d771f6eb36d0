"""What the animals of farms weigh, kept for each quarter."""

from sqlalchemy import func, literal, select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import clock
from amigok_chassis.unit_of_work import UnitOfWork
from care.animals.models import Animal
from care.antimicrobials.models import FarmWeight
from care.antimicrobials.quarters import began


async def weigh_farms(db: UnitOfWork) -> None:
    """Keeps what the animals of each farm weigh today; the last day that is kept of a quarter counts."""
    today = clock.now().date()
    weights = (
        select(Animal.farm_id, literal(began(today)), func.sum(Animal.weight_kg), literal(today))
        .where(Animal.gone.is_(None), Animal.farm_id.is_not(None), Animal.weight_kg.is_not(None))
        .group_by(Animal.farm_id)
    )
    columns = ["farm_id", "quarter_began", "kilograms", "measured_on"]
    row = insert(FarmWeight).from_select(columns, weights)
    latest = {name: row.excluded[name] for name in ("kilograms", "measured_on")}
    await db.execute(row.on_conflict_do_update(index_elements=["farm_id", "quarter_began"], set_=latest))
