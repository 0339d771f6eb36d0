"""Plans doses for animals that are new or were bought, and for plans that have changed."""

from amigok_chassis.service import every
from amigok_chassis.unit_of_work import UnitOfWork
from care.plans import planning


@every(seconds=60)
async def plan_vaccinations(db: UnitOfWork) -> None:
    await planning.plan(db)
