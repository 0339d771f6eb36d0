"""What the farm says of animals that are gone."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm import InsuranceClaimApproved, LivestockRemoved
from wallet import charges
from wallet.animals import service


@on(InsuranceClaimApproved)
async def insurance_claim_approved(db: UnitOfWork, event: InsuranceClaimApproved) -> None:
    if event.payout.minor > 0:
        await charges.give(
            db, kind="insurance", reference_id=event.claim_id, user_id=event.owner_id, amount=event.payout
        )


@on(LivestockRemoved)
async def livestock_withdrawn(db: UnitOfWork, event: LivestockRemoved) -> None:
    if event.fee.minor > 0:
        await service.charge_fee(db, withdrawal_id=event.removal_id, user_id=event.previous_owner_id, fee=event.fee)
