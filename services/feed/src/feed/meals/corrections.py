"""Logs that come after their period was settled: the owner pays the difference, or gets it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, text

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.feed import MealCorrected, MealCorrectionCharged, MealCorrectionRefunded
from amigok_contracts.money_requests import Share
from feed.meals.matching import Known
from feed.meals.models import Correction, Meal, State
from feed.periods.models import Period

WORDS = "Correction of a feed statement"

SETTLED = ("settling", "settled")
"""The states of periods whose price is not to be changed any more."""

KNOWN = tuple(getattr(Meal, name) for name in Known.__dataclass_fields__ if name not in ("until", "is_settled"))
"""The columns of a meal that matching sees."""

_DETACH = text("""
    UPDATE meals SET period_id = NULL, subscription_id = NULL, price_minor = NULL, currency = NULL, charged_minor = 0,
        owner_id = (
            SELECT owned.owner_id FROM ownerships AS owned
            WHERE owned.livestock_id = meals.livestock_id AND began_at <= fed_at ORDER BY owned.version DESC LIMIT 1
        )
    WHERE id = ANY(:meals)
""")


@dataclass(frozen=True)
class Change:
    """What is known now of a meal whose period was settled: by which log, its state, and what it costs."""

    log_id: UUID
    meal: Known
    state: State
    charged_minor: int


async def give_back(db: UnitOfWork, subscription_id: UUID, *, since: datetime) -> None:
    """Gives back what was paid for meals that were fed once the subscription was over, where that is heard late.

    What is not paid yet, because its period waits for the wallet, costs nothing. They are meals of who owned the
    animal at the hour. The subscription is locked. Locks its periods, so call it before they are closed.
    """
    theirs = select(Period.id).where(Period.subscription_id == subscription_id)
    ended = or_(Period.closed_at.is_(None), Period.closed_at > since)
    await db.execute(theirs.where(ended).order_by(Period.id).with_for_update())
    query = (
        select(*KNOWN, Period.state.in_(SETTLED).label("is_settled"))
        .join(Period, Period.id == Meal.period_id)
        .where(Meal.subscription_id == subscription_id, Meal.fed_at >= since, Meal.charged_minor > 0)
    )
    rows = await db.execute(query.order_by(Meal.id).with_for_update(of=Meal))
    late = [Known(**row, until=since) for row in rows.mappings()]
    paid = [meal for meal in late if meal.is_settled]
    make(db, [Change(meal.log_id, meal, "void", 0) for meal in paid if meal.log_id is not None])
    await db.flush()
    await detach(db, [meal.id for meal in late])


async def detach(db: UnitOfWork, meals: Sequence[UUID]) -> None:
    """Makes meals that were fed those of who owned the animal at the hour: without a period they cost nothing."""
    if meals:
        await db.execute(_DETACH, {"meals": list(meals)})


def make(db: UnitOfWork, changes: Sequence[Change]) -> None:
    """Keeps corrections, tells their owners, and asks the wallet for the difference where there is one."""
    for change in changes:
        meal = change.meal
        assert meal.period_id is not None
        assert meal.owner_id is not None
        assert meal.currency is not None
        correction = Correction(
            id=new_id(),
            period_id=meal.period_id,
            meal_id=meal.id,
            log_id=change.log_id,
            owner_id=meal.owner_id,
            amount_minor=change.charged_minor - meal.charged_minor,
            currency=meal.currency,
            state_before=meal.state,
            state_after=change.state,
            made_at=clock.now(),
        )
        db.add(correction)
        _tell(db, correction, meal)
        _ask(db, correction, meal)


def _tell(db: UnitOfWork, correction: Correction, meal: Known) -> None:
    emit(
        db,
        MealCorrected(
            correction_id=correction.id,
            period_id=correction.period_id,
            meal_id=meal.id,
            livestock_id=meal.livestock_id,
            owner_id=correction.owner_id,
            due_at=meal.due_at,
            before=correction.state_before,
            after=correction.state_after,
            amount=Money.of_minor(correction.amount_minor, correction.currency),
        ),
    )


def _ask(db: UnitOfWork, correction: Correction, meal: Known) -> None:
    amount = Money.of_minor(abs(correction.amount_minor), correction.currency)
    if correction.amount_minor > 0:
        charged = MealCorrectionCharged(
            reference_id=correction.id,
            payer_id=correction.owner_id,
            shares=(Share(amount=amount),),
            description=WORDS,
            livestock_id=meal.livestock_id,
        )
        emit(db, charged)
    elif correction.amount_minor < 0:
        refunded = MealCorrectionRefunded(
            reference_id=correction.id, payee_id=correction.owner_id, amount=amount, description=WORDS
        )
        emit(db, refunded)
    else:
        correction.settled_at = correction.made_at
