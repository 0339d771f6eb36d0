"""What feed tells: meals, and what they cost."""

from collections.abc import Iterator

from amigok_contracts.barn import Feeding, FeedingsLogged, MealsMissed
from amigok_contracts.feed import CORRECTION, PERIOD, WELFARE, MealCorrected, PeriodSettled, SubscriptionStarted
from analytics.facts.lines import Movement
from analytics.facts.people import did
from analytics.facts.rows import Fact, Heard, tells


@tells(FeedingsLogged)
def feedings_logged(heard: Heard[FeedingsLogged]) -> Iterator[Fact]:
    return (_fed(heard, feeding) for feeding in heard.event.feedings)


def _fed(heard: Heard[FeedingsLogged], feeding: Feeding) -> Fact:
    return heard.fact(
        "meals",
        livestock_id=feeding.livestock_id,
        feeding_id=feeding.feeding_id,
        meal_id=feeding.meal_id,
        farm_id=heard.event.farm_id,
        at=feeding.fed_at,
        outcome=feeding.outcome,
        kg=feeding.kg,
        is_estimated=int(feeding.is_estimated),
        replaces_id=feeding.replaces_id,
    )


@tells(MealsMissed)
def meals_missed(heard: Heard[MealsMissed]) -> Iterator[Fact]:
    event = heard.event
    for meal in event.meals:
        yield heard.fact(
            "meals",
            livestock_id=meal.livestock_id,
            feeding_id=meal.meal_id,
            meal_id=meal.meal_id,
            farm_id=event.farm_id,
            at=event.due_at,
            outcome="missed",
        )


@tells(PeriodSettled)
def period_settled(heard: Heard[PeriodSettled]) -> Iterator[Fact]:
    """A period without a price for its owner is a line of nothing: it was fed, and cost nothing."""
    event = heard.event
    is_package = event.kind == "package"
    period = Movement(
        heard=heard,
        reference_id=event.period_id,
        purpose=PERIOD if is_package else WELFARE,
        livestock_id=event.livestock_id,
        at=event.closed_at,
    )
    yield from period.paid("feed" if is_package else "welfare_feed", event.charged, by=event.owner_id)


@tells(MealCorrected)
def meal_corrected(heard: Heard[MealCorrected]) -> Iterator[Fact]:
    event = heard.event
    correction = Movement(
        heard=heard, reference_id=event.correction_id, purpose=CORRECTION, livestock_id=event.livestock_id
    )
    yield from correction.paid("feed_correction", event.amount, by=event.owner_id)


@tells(SubscriptionStarted)
def subscription_started(heard: Heard[SubscriptionStarted]) -> Iterator[Fact]:
    yield did(heard, "fed", heard.event.owner_id, heard.event.subscription_id)


RULES = [feedings_logged, meals_missed, period_settled, meal_corrected, subscription_started]
