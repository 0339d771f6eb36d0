"""What feed publishes of the barn: what was fed and what was missed, what feed there is, who ate of a recalled lot."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.values import Kilograms, known, like

Ingredient = Annotated[str, like("barley")]
"""In small letters."""


class Eater(BaseModel):
    """An animal that ate of a lot: how much, when, and everybody who has owned it since then."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    livestock_id: UUID
    kg: Kilograms
    first_fed_at: AwareDatetime
    last_fed_at: AwareDatetime
    owner_ids: tuple[UUID, ...]


class StockLow(Event, type="feed.stock.low", aggregate="stock_id"):
    """A farm has less of an ingredient than it needs for some days. `daily_kg` is what it feeds a day."""

    stock_id: UUID
    farm_id: UUID
    ingredient: Ingredient
    left_kg: Kilograms
    daily_kg: Kilograms
    low_since: AwareDatetime


class StockReplenished(Event, type="feed.stock.replenished", aggregate="stock_id"):
    """A stock that was low is enough again."""

    stock_id: UUID
    farm_id: UUID
    ingredient: Ingredient
    left_kg: Kilograms
    daily_kg: Kilograms
    replenished_at: AwareDatetime


class LotRecalled(Event, type="feed.lot.recalled", aggregate="lot_id"):
    """A lot of feed is recalled. `animals` ate of it: at most 500 of them in each of `parts` events.

    Meals that are recorded only later bring further events with the animals that they add.
    """

    lot_id: UUID
    farm_id: UUID
    ingredient: Ingredient
    supplier: Annotated[str, like("Mill of Bornova")]
    lot_number: Annotated[str, like("L-2026-0314")]
    recalled_at: AwareDatetime
    animals: tuple[Eater, ...]
    part: int
    parts: int


class Feeding(BaseModel):
    """A feeding of an animal. `kg` is what it ate; null where nobody knows. `meal_id` is null where none was planned.

    `replaces_id` is the feeding that this one corrects.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    feeding_id: UUID
    livestock_id: UUID
    meal_id: UUID | None
    outcome: Annotated[str, known("fed", "partly", "refused")]
    kg: Kilograms | None
    is_estimated: bool
    fed_at: AwareDatetime
    replaces_id: UUID | None


class FeedingsLogged(Event, type="feed.feeding.logged", aggregate="farm_id"):
    """Feedings of a farm were recorded, at most 500 in one event. A feeding never changes: a later one replaces it."""

    farm_id: UUID
    recorded_at: AwareDatetime
    feedings: tuple[Feeding, ...]


class MissedMeal(BaseModel):
    """A meal that nobody has logged. `owner_id` owned the animal when it was planned; null: the platform."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    meal_id: UUID
    livestock_id: UUID
    owner_id: UUID | None


class MealsMissed(Event, type="feed.meal.missed", aggregate="farm_id"):
    """Nobody has logged these meals of a farm, which were due at this time, at most 500 in one event.

    A log may still come: `feed.feeding.logged` of a meal is newer than this.
    """

    farm_id: UUID
    due_at: AwareDatetime
    meals: tuple[MissedMeal, ...]
