"""What the farm says: which animals exist, what they weigh and cost, and whose they are."""

from decimal import Decimal
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.money import Money


class LivestockRegistered(Event, type="farm.livestock.registered", aggregate="livestock_id"):
    """An animal came from outside into the platform. `owner_id` is null while the platform owns it."""

    livestock_id: UUID
    aggregate_version: int
    farm_id: UUID
    farm_name: str
    type_name: str
    breed_name: str
    tag_number: str
    sex: str
    weight_kg: Decimal
    value: Money
    owner_id: UUID | None


class LivestockOwnershipTransferred(Event, type="farm.livestock.ownership_transferred", aggregate="livestock_id"):
    """The animal changed hands because of an order. Null stands for the platform."""

    livestock_id: UUID
    aggregate_version: int
    order_id: UUID
    previous_owner_id: UUID | None
    owner_id: UUID
    price: Money
    transferred_at: AwareDatetime


class LivestockTransferRefused(Event, type="farm.livestock.transfer_refused", aggregate="livestock_id"):
    """The farm did not move the animal for this order, and never will. `reasons` are stable codes."""

    livestock_id: UUID
    order_id: UUID
    reasons: tuple[str, ...]


class LivestockWeighed(Event, type="farm.livestock.weighed", aggregate="livestock_id", public=True):
    """A weight was entered. `weight_kg` and `value` are the animal's of now: an entry may be late, or a correction."""

    livestock_id: UUID
    aggregate_version: int
    weighing_id: UUID
    measured_at: AwareDatetime
    measured_kg: Decimal
    weight_kg: Decimal
    value: Money


class LivestockPriced(Event, type="farm.livestock.priced", aggregate="livestock_id", public=True):
    """The animal has another price per kg, and with it another value."""

    livestock_id: UUID
    aggregate_version: int
    price_per_kg: Money
    value: Money
