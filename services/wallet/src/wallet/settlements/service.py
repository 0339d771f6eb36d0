"""Books fees against the provider's clearing account, so that it shows what really lies there."""

from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from wallet.ledger.clearing import at_provider
from wallet.ledger.posting import Leg
from wallet.ledger.service import post
from wallet.settlements.models import SettlementFees


async def book(db: UnitOfWork, *, settlement_id: UUID, version: int, provider: str, fees: Money) -> None:
    """Books the fees of a settlement beyond those of its last version. An older version changes nothing."""
    row = insert(SettlementFees).values(settlement_id=settlement_id, version=0, fees=0)
    await db.execute(row.on_conflict_do_nothing())
    query = select(SettlementFees).where(SettlementFees.settlement_id == settlement_id).with_for_update()
    booked = (await db.scalars(query.execution_options(populate_existing=True))).one()
    if version <= booked.version:
        return
    more = fees.minor - booked.fees
    booked.version, booked.fees = version, fees.minor
    if more:
        legs = [at_provider(provider, more), Leg(None, "fees", -more)]
        reference_id = uuid5(settlement_id, str(version))
        await post(db, legs, kind="fees", currency=fees.currency, reference_id=reference_id)
