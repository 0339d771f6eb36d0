"""Logs that come after their period was settled: the owner pays the difference, or gets it back."""

from collections.abc import Sequence
from dataclasses import dataclass

from amigok_chassis import clock
from amigok_chassis.ids import new_id
from amigok_chassis.outbox import emit
from amigok_chassis.unit_of_work import UnitOfWork
from amigok_contracts import Money
from amigok_contracts.feed import MealCorrected, MealCorrectionCharged, MealCorrectionRefunded
from amigok_contracts.money_requests import Share
from feed.meals.matching import Known, Log
from feed.meals.models import Correction

WORDS = "Correction of a feed statement"


@dataclass(frozen=True)
class Change:
    """A log of a meal whose period was settled, and what that meal costs now."""

    log: Log
    meal: Known
    charged_minor: int


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
            log_id=change.log.id,
            owner_id=meal.owner_id,
            amount_minor=change.charged_minor - meal.charged_minor,
            currency=meal.currency,
            state_before=meal.state,
            state_after=change.log.kind,
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
