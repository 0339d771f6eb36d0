"""What care publishes about treatments and check-ups."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.care import CheckupDone
from amigok_contracts.medicines import TreatmentGiven
from farm.health import prescribed
from farm.livestock.locks import ANIMALS


@on(TreatmentGiven, locks=[ANIMALS.of("livestock_id")])
async def treatment_given(db: UnitOfWork, event: TreatmentGiven) -> None:
    """An animal was given a dose of what was prescribed: records it, and blocks its sale."""
    await prescribed.record(db, event)


@on(CheckupDone, locks=[ANIMALS.of("livestock_id")])
async def checkup_done(db: UnitOfWork, event: CheckupDone) -> None:
    """A veterinarian has cared for an animal without medicine: records it."""
    await prescribed.record_checkup(db, event)
