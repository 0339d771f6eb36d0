"""What farm, feed, care and wallet tell of animals. Each may come twice, late and in any order."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from amigok_chassis.service import on
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.barn import FeedingsLogged, MealsMissed
from amigok_contracts.care import (
    REQUEST,
    CareCancelled,
    CareChargeRequested,
    CareCompleted,
    CareDeclined,
    CareHoldRequested,
    CareRequested,
    CheckupDone,
)
from amigok_contracts.farm import (
    LivestockDied,
    LivestockOwnershipTransferred,
    LivestockPriced,
    LivestockRegistered,
    LivestockReinstated,
    LivestockWeighed,
)
from amigok_contracts.farm_restated import LivestockRestated
from amigok_contracts.feed import MealCorrected, PeriodSettled
from amigok_contracts.marketplace import ORDER
from amigok_contracts.medicines import DoseMissed, TreatmentGiven
from amigok_contracts.wallet import ChargeCompleted, HoldCaptured
from game.facts.kinds import Kind
from game.facts.locks import FOLLOWED, REQUESTS
from game.facts.service import Row, fact, join, keep

_OF_ANIMAL = [FOLLOWED.of("livestock_id")]
_OF_REQUEST = [REQUESTS.of("request_id")]
_OF_BOTH = [*_OF_REQUEST, *_OF_ANIMAL]
_CARE = {"purpose": REQUEST}
_NOT_YET = datetime.max.replace(tzinfo=UTC)


@on(LivestockWeighed, locks=_OF_ANIMAL)
async def livestock_weighed(db: UnitOfWork, event: LivestockWeighed) -> None:
    weighing = fact(
        "weighing",
        event.weighing_id,
        livestock_id=event.livestock_id,
        at=event.measured_at,
        number=event.measured_kg,
        replaces_id=event.supersedes_id,
    )
    await keep(db, weighing, _valuation(event.livestock_id, event.aggregate_version, event.value))


@on(LivestockPriced, locks=_OF_ANIMAL)
async def livestock_priced(db: UnitOfWork, event: LivestockPriced) -> None:
    await keep(db, _valuation(event.livestock_id, event.aggregate_version, event.value))


@on(LivestockRegistered, locks=_OF_ANIMAL)
async def livestock_registered(db: UnitOfWork, event: LivestockRegistered) -> None:
    await keep(db, _valuation(event.livestock_id, event.aggregate_version, event.value))


@on(LivestockRestated, locks=_OF_ANIMAL)
async def livestock_restated(db: UnitOfWork, event: LivestockRestated) -> None:
    await keep(db, _valuation(event.livestock_id, event.aggregate_version, event.value))


@on(LivestockDied, locks=_OF_ANIMAL)
async def livestock_died(db: UnitOfWork, event: LivestockDied) -> None:
    await keep(db, fact("death", event.death_id, livestock_id=event.livestock_id, at=event.died_at))


@on(LivestockReinstated, locks=_OF_ANIMAL)
async def livestock_reinstated(db: UnitOfWork, event: LivestockReinstated) -> None:
    """The report of the death was wrong: another one replaces it, by which the animal lives."""
    source_id = uuid5(event.death_id, "reinstated")
    await keep(db, fact("death", source_id, livestock_id=event.livestock_id, replaces_id=event.death_id, is_alive=True))


@on(LivestockOwnershipTransferred, locks=_OF_ANIMAL)
async def livestock_transferred(db: UnitOfWork, event: LivestockOwnershipTransferred) -> None:
    """Whose animal it was and is now. What was paid for it, the wallet tells; for one that goes back, nothing is."""
    about: dict[str, Any] = {"livestock_id": event.livestock_id, "at": event.transferred_at}
    source_id = event.return_id or event.order_id
    bought = fact("purchase", source_id, owner_id=event.owner_id, **about)
    sold = fact("sale", source_id, owner_id=event.previous_owner_id, **about)
    await keep(db, bought, sold)


@on(HoldCaptured, match={"purpose": ORDER})
async def order_paid(db: UnitOfWork, event: HoldCaptured) -> None:
    """What the buyer paid, and what of it the seller got."""
    paid = fact("purchase", event.reference_id, owner_id=event.payer_id, money=event.amount)
    shares = [share for share in event.shares if share.payee_id is not None]
    got = (fact("sale", event.reference_id, owner_id=share.payee_id, money=share.amount) for share in shares)
    await keep(db, paid, *got)


@on(PeriodSettled, locks=_OF_ANIMAL)
async def period_settled(db: UnitOfWork, event: PeriodSettled) -> None:
    about: dict[str, Any] = {"livestock_id": event.livestock_id, "owner_id": event.owner_id}
    await keep(db, fact("feed_cost", event.period_id, at=event.closed_at, money=event.charged, **about))


@on(MealCorrected, locks=_OF_ANIMAL)
async def meal_corrected(db: UnitOfWork, event: MealCorrected) -> None:
    """Something was charged or paid back after a period was settled."""
    about: dict[str, Any] = {"livestock_id": event.livestock_id, "owner_id": event.owner_id}
    await keep(db, fact("feed_cost", event.correction_id, money=event.amount, **about))


@on(CareHoldRequested, locks=_OF_REQUEST)
async def care_hold_requested(db: UnitOfWork, event: CareHoldRequested) -> None:
    await _payment_asked(db, event.reference_id, request_id=event.request_id, payer_id=event.payer_id)


@on(CareChargeRequested, locks=_OF_REQUEST)
async def care_charge_requested(db: UnitOfWork, event: CareChargeRequested) -> None:
    await _payment_asked(db, event.reference_id, request_id=event.request_id, payer_id=event.payer_id)


@on(HoldCaptured, match=_CARE)
async def care_captured(db: UnitOfWork, event: HoldCaptured) -> None:
    await keep(db, fact("care_cost", event.reference_id, owner_id=event.payer_id, money=event.amount))


@on(ChargeCompleted, match=_CARE)
async def care_charged(db: UnitOfWork, event: ChargeCompleted) -> None:
    await keep(db, fact("care_cost", event.reference_id, owner_id=event.payer_id, money=event.amount))


@on(CareRequested, locks=_OF_BOTH)
async def care_requested(db: UnitOfWork, event: CareRequested) -> None:
    """Mandatory care is a task that is due."""
    told: list[Row] = [fact("care_request", event.request_id, livestock_id=event.livestock_id)]
    if event.mandatory and event.due_at is not None:
        told.append(_task("task_due", event.request_id, livestock_id=event.livestock_id, at=event.due_at))
    await keep(db, *told)
    await join(db, event.request_id)


@on(CareCompleted, locks=_OF_BOTH)
async def care_completed(db: UnitOfWork, event: CareCompleted) -> None:
    await keep(
        db,
        fact("care_request", event.request_id, livestock_id=event.livestock_id),
        _task("task_done", event.request_id, livestock_id=event.livestock_id),
    )
    await join(db, event.request_id)


@on(CareCancelled, locks=_OF_ANIMAL)
async def care_cancelled(db: UnitOfWork, event: CareCancelled) -> None:
    await keep(db, _task("task_void", event.request_id, livestock_id=event.livestock_id))


@on(CareDeclined, locks=_OF_ANIMAL)
async def care_declined(db: UnitOfWork, event: CareDeclined) -> None:
    await keep(db, _task("task_void", event.request_id, livestock_id=event.livestock_id))


@on(CheckupDone, locks=_OF_ANIMAL)
async def checkup_done(db: UnitOfWork, event: CheckupDone) -> None:
    await keep(db, fact("checkup", event.request_id, livestock_id=event.livestock_id, at=event.done_at))


@on(TreatmentGiven, locks=_OF_ANIMAL)
async def treatment_given(db: UnitOfWork, event: TreatmentGiven) -> None:
    about = {"livestock_id": event.livestock_id, "at": event.administered_at}
    await keep(db, _task("task_due", event.treatment_id, **about), _task("task_done", event.treatment_id, **about))


@on(DoseMissed, locks=_OF_ANIMAL)
async def dose_missed(db: UnitOfWork, event: DoseMissed) -> None:
    await keep(db, _task("task_due", event.dose_id, livestock_id=event.livestock_id, at=event.planned_at))


@on(FeedingsLogged, locks=[FOLLOWED.by(lambda event: [feeding.livestock_id for feeding in event.feedings])])
async def feedings_logged(db: UnitOfWork, event: FeedingsLogged) -> None:
    fed = [
        fact(
            "meal_fed",
            feeding.feeding_id,
            livestock_id=feeding.livestock_id,
            about_id=feeding.meal_id,
            at=feeding.fed_at,
            number=feeding.kg,
            replaces_id=feeding.replaces_id,
            outcome=feeding.outcome,
        )
        for feeding in event.feedings
    ]
    await keep(db, *fed)


@on(MealsMissed, locks=[FOLLOWED.by(lambda event: [meal.livestock_id for meal in event.meals])])
async def meals_missed(db: UnitOfWork, event: MealsMissed) -> None:
    missed = [
        fact("meal_missed", meal.meal_id, livestock_id=meal.livestock_id, about_id=meal.meal_id, at=event.due_at)
        for meal in event.meals
    ]
    await keep(db, *missed)


def _valuation(livestock_id: UUID, version: int, value: Money) -> Row:
    """What the farm values an animal at. It has no id of its own: the animal's version names it."""
    source_id = uuid5(livestock_id, f"valuation {version}")
    return fact("valuation", source_id, livestock_id=livestock_id, money=value, version=version)


def _task(kind: Kind, id: UUID, **about: Any) -> Row:
    """What becomes of a dose, or of a request for care."""
    return fact(kind, id, about_id=id, **about)


async def _payment_asked(db: UnitOfWork, payment_id: UUID, *, request_id: UUID, payer_id: UUID) -> None:
    """What a payment is for. It counts when it was paid, which is the earlier time."""
    await keep(db, fact("care_cost", payment_id, at=_NOT_YET, about_id=request_id, owner_id=payer_id))
    await join(db, request_id)
