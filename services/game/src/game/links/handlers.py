"""What other services tell of accounts."""

from sqlalchemy.dialects.postgresql import insert

from amigok_chassis import newer, standing
from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.farm_weighings import WeighingRecorded
from amigok_contracts.identity import KycApproved, UserDeleted
from amigok_contracts.payment import Dispute as Disputed
from amigok_contracts.payment import DisputeLost, DisputeOpened, DisputeWon
from amigok_contracts.wallet import TransferCompleted
from game.links import names
from game.links.models import Dispute, Recorder, Transfer


@on(TransferCompleted)
async def transfer_completed(db: UnitOfWork, event: TransferCompleted) -> None:
    row = insert(Transfer).values(event.model_dump(include={"sender_id", "recipient_id", "transfer_id"}))
    await db.execute(row.on_conflict_do_nothing())


@on(WeighingRecorded)
async def weighing_recorded(db: UnitOfWork, event: WeighingRecorded) -> None:
    row = insert(Recorder).values(event.model_dump(include={"weighing_id", "livestock_id", "recorded_by"}))
    await db.execute(row.on_conflict_do_nothing())


@on(KycApproved)
async def kyc_approved(db: UnitOfWork, event: KycApproved) -> None:
    if event.sealed_name is not None and not (await standing.of(db, event.user_id)).is_deleted:
        await names.keep(db, event.user_id, version=event.aggregate_version, handed_over=event.sealed_name)


@on(UserDeleted)
async def user_deleted(db: UnitOfWork, event: UserDeleted) -> None:
    await names.forget(db, event.user_id)


@on(DisputeOpened)
async def dispute_opened(db: UnitOfWork, event: DisputeOpened) -> None:
    await _keep(db, event, version=event.aggregate_version, is_open=True)


@on(DisputeLost)
async def dispute_lost(db: UnitOfWork, event: DisputeLost) -> None:
    await _keep(db, event, version=event.aggregate_version, is_open=True)


@on(DisputeWon)
async def dispute_won(db: UnitOfWork, event: DisputeWon) -> None:
    await _keep(db, event, version=event.aggregate_version, is_open=False)


async def _keep(db: UnitOfWork, event: Disputed, *, version: int, is_open: bool) -> None:
    values = {"id": event.dispute_id, "version": version, "user_id": event.user_id, "open": is_open}
    await newer.keep(db, Dispute, values)
