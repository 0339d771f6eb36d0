"""What the farm says: which animals exist, what they weigh and cost, and whose they are."""

from decimal import Decimal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.money import Money


class Block(BaseModel):
    """Why an animal may not be sold, as a stable code, and when that ends by itself; null: somebody must end it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    reason: str
    until: AwareDatetime | None


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
    """The farm did not move the animal for this order, and never will. `reasons` are stable codes.

    `blocks` are those of the reasons that keep the animal from being sold to anybody.
    """

    livestock_id: UUID
    order_id: UUID
    reasons: tuple[str, ...]
    blocks: tuple[Block, ...] = ()


class LivestockSaleStatusChanged(
    Event, type="farm.livestock.sale_status_changed", aggregate="livestock_id", public=True
):
    """What keeps the animal from being sold is this now, whole; it is `sellable` when nothing does."""

    livestock_id: UUID
    aggregate_version: int
    sellable: bool
    blocks: tuple[Block, ...]
