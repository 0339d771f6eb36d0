"""What shows that tasks are done, and what care says that animals need."""

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts.barn import FeedingsLogged
from amigok_contracts.care import CareCancelled, CareCompleted, CareDeclined, CheckupDone
from amigok_contracts.care_visits import CareVaccinationReminded
from amigok_contracts.farm import LivestockWeighed
from amigok_contracts.medicines import TreatmentGiven
from amigok_contracts.stream_detections import LivestockDetected
from game.players.locks import OF_ANIMALS
from game.tasks import evidence, needs
from game.tasks.evidence import Evidence

_OWNERS = [OF_ANIMALS.of("livestock_id")]
_VACCINATION = {"care_type": "vaccination"}


@on(FeedingsLogged, locks=[OF_ANIMALS.by(lambda event: (each.livestock_id for each in event.feedings))])
async def feedings_logged(db: UnitOfWork, event: FeedingsLogged) -> None:
    await evidence.take(
        db, [Evidence("meal", each.livestock_id, each.fed_at, each.feeding_id) for each in event.feedings]
    )


@on(CheckupDone, locks=_OWNERS)
async def checkup_done(db: UnitOfWork, event: CheckupDone) -> None:
    kind = "vaccination" if event.care_type == "vaccination" else "checkup"
    await evidence.take(db, [Evidence(kind, event.livestock_id, event.done_at, event.request_id)])


@on(TreatmentGiven, locks=_OWNERS)
async def treatment_given(db: UnitOfWork, event: TreatmentGiven) -> None:
    is_vaccination = event.record_type == "vaccination"
    kind, id = ("vaccination", event.request_id) if is_vaccination else ("treatment", event.treatment_id)
    await evidence.take(db, [Evidence(kind, event.livestock_id, event.administered_at, id)])


@on(LivestockWeighed, locks=_OWNERS)
async def weighed(db: UnitOfWork, event: LivestockWeighed) -> None:
    await evidence.take(db, [Evidence("weighing", event.livestock_id, event.measured_at, event.weighing_id)])


@on(LivestockDetected, locks=_OWNERS)
async def detected(db: UnitOfWork, event: LivestockDetected) -> None:
    await evidence.take(db, [Evidence("camera", event.livestock_id, event.detected_at)])


@on(CareVaccinationReminded)
async def vaccination_reminded(db: UnitOfWork, event: CareVaccinationReminded) -> None:
    await needs.keep(db, event)


@on(CareCompleted, match=_VACCINATION)
async def care_completed(db: UnitOfWork, event: CareCompleted) -> None:
    await needs.end(db, event.request_id)


@on(CareCancelled)
async def care_cancelled(db: UnitOfWork, event: CareCancelled) -> None:
    await needs.end(db, event.request_id)


@on(CareDeclined)
async def care_declined(db: UnitOfWork, event: CareDeclined) -> None:
    await needs.end(db, event.request_id)
