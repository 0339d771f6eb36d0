"""What time triggers for customers."""

from amigok_chassis.runtime import Runtime
from amigok_chassis.service import errand
from payment.desk import Desk
from payment.methods import service


@errand(seconds=60)
async def close_customers(process: Runtime) -> None:
    await service.close_forgotten(Desk.of(process))
