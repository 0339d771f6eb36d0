"""What the farm publishes: which animals exist, what they weigh and cost, and who owns them."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.medicines import MedicineName, WithdrawalPeriod
from amigok_contracts.money import Money
from amigok_contracts.money_requests import ChargeRequest, Purpose, Share
from amigok_contracts.sale_blocks import BlockReason
from amigok_contracts.values import AreaName, Eid, Fee, Kilograms, Marks, known, like

Name = Annotated[str, like("Green Valley Farm")]


class Block(BaseModel):
    """Why an animal may not be sold, as a stable code, and when that ends by itself; null: somebody must end it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    reason: BlockReason
    until: AwareDatetime | None


class FarmChanged(Event, type="farm.farm.changed", aggregate="farm_id"):
    """A farm was added or changed: what it is like now. `time_zone` is a name of the IANA database."""

    farm_id: UUID
    name: Name
    time_zone: Annotated[str, like("Europe/Madrid")]
    latitude: Annotated[float, like(40.4168)]
    longitude: Annotated[float, like(-3.7038)]


class FarmStaffChanged(Event, type="farm.staff.changed", aggregate="farm_id"):
    """Somebody was added to the staff of a farm, or taken off: who is on it now."""

    farm_id: UUID
    user_ids: tuple[UUID, ...]


class LivestockTypeChanged(Event, type="farm.livestock_type.changed", aggregate="livestock_type_id"):
    """A type of livestock was added, changed or retired: what it is like now."""

    livestock_type_id: UUID
    name: Annotated[str, like("Sheep")]
    retired: bool


class BreedChanged(Event, type="farm.breed.changed", aggregate="breed_id"):
    """A breed was added, changed or retired: what it is like now."""

    breed_id: UUID
    livestock_type_id: UUID
    name: Annotated[str, like("Awassi")]
    retired: bool


class MedicineHandedOver(Event, type="farm.medicine.handed_over", aggregate="medicine_id"):
    """The farm kept this medicine in a catalogue of its own, which is care's now.

    `revision` is the number that clients knew it by.
    """

    medicine_id: UUID
    name: MedicineName
    active_substance: Annotated[str, like("amoxicillin")]
    prescription_only: bool
    withdrawal_periods: tuple[WithdrawalPeriod, ...]
    retired: bool
    revision: int
    created_at: AwareDatetime


class LivestockRegistered(Marks, Event, type="farm.livestock.registered", aggregate="livestock_id"):
    """An animal was brought in or born here. `owner_id` is null while the platform owns it."""

    livestock_id: UUID
    farm_id: UUID
    farm_name: Name
    type_name: Annotated[str, like("Sheep")]
    breed_name: Annotated[str, like("Awassi")]
    tag_number: Annotated[str, like("EID-982000123456789")]
    sex: Annotated[str, known("female", "male")]
    weight_kg: Kilograms
    value: Money
    owner_id: UUID | None
    livestock_type_id: UUID | None = None
    breed_id: UUID | None = None
    date_of_birth: date | None = None
    registered_at: AwareDatetime | None = None


class LivestockParticularsChanged(Event, type="farm.livestock.particulars_changed", aggregate="livestock_id"):
    """What is known of the animal was completed or corrected."""

    livestock_id: UUID
    date_of_birth: date | None
    eid: Eid | None = None


class LivestockPlaced(Event, type="farm.livestock.placed", aggregate="livestock_id"):
    """The animal stands in another area of its farm now, or its area has another name. Null: in none."""

    livestock_id: UUID
    farm_id: UUID
    area_id: UUID | None
    area_name: AreaName | None
    placed_at: AwareDatetime


class LivestockOwnershipTransferred(Event, type="farm.livestock.ownership_transferred", aggregate="livestock_id"):
    """The animal changed hands because of an order. An owner that is null is the platform.

    With `return_id` the order was undone (`marketplace.order.return_requested`): the animal is its seller's again.
    """

    livestock_id: UUID
    order_id: UUID
    previous_owner_id: UUID | None
    owner_id: UUID
    price: Money
    transferred_at: AwareDatetime
    return_id: UUID | None = None


class LivestockReclaimed(Event, type="farm.livestock.reclaimed", aggregate="livestock_id"):
    """The platform owns the animal again: the payment that it was bought with was disputed or refunded, for good.

    `dispute_id` is the id of the dispute, or of the refund.
    """

    livestock_id: UUID
    dispute_id: UUID
    previous_owner_id: UUID
    reclaimed_at: AwareDatetime


class LivestockTransferRefused(Event, type="farm.livestock.transfer_refused", aggregate="livestock_id"):
    """The farm did not transfer the animal for this order, and never will. `reasons` are stable codes.

    `blocks` are the reasons that keep the animal from being sold to anybody.
    """

    livestock_id: UUID
    order_id: UUID
    reasons: tuple[Annotated[str, known("not_owner", "buyer_already_owner", "deceased", "removed")], ...]
    blocks: tuple[Block, ...] = ()


class LivestockReturnRefused(Event, type="farm.livestock.return_refused", aggregate="livestock_id"):
    """The farm did not give the animal back to the seller of this order. `reasons` are stable codes."""

    livestock_id: UUID
    order_id: UUID
    return_id: UUID
    reasons: tuple[Annotated[str, known("not_owner", "deceased", "removed", "unknown_livestock")], ...]


class LivestockBorn(Event, type="farm.livestock.born", aggregate="livestock_id"):
    """The registered animal was born in one of the farms. `owner_id` owned the dam at the time."""

    livestock_id: UUID
    birth_id: UUID
    dam_id: UUID
    owner_id: UUID | None
    born_at: AwareDatetime


class LivestockMoved(Event, type="farm.livestock.moved", aggregate="livestock_id"):
    """The animal lives in another farm now."""

    livestock_id: UUID
    from_farm_id: UUID
    farm_id: UUID
    farm_name: Name
    moved_at: AwareDatetime


class LivestockRemoved(Event, type="farm.livestock.removed", aggregate="livestock_id"):
    """The owner has taken the animal out: it has no owner and no farm here any more. `fee` is what they are charged."""

    livestock_id: UUID
    removal_id: UUID
    previous_owner_id: UUID
    fee: Fee
    removed_at: AwareDatetime


class LivestockDied(Event, type="farm.livestock.died", aggregate="livestock_id"):
    """The animal is dead. Its owner stays the same."""

    livestock_id: UUID
    death_id: UUID
    owner_id: UUID | None
    died_at: AwareDatetime


class LivestockReinstated(Event, type="farm.livestock.reinstated", aggregate="livestock_id"):
    """The report of the animal's death was wrong. Its owner stays the same."""

    livestock_id: UUID
    death_id: UUID
    owner_id: UUID | None


class RemovalRequested(Event, type="farm.removal.requested", aggregate="removal_id"):
    """An owner asks to take their animal out. Until that has ended, it cannot be sold."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    wished_on: date


class RemovalScheduled(Event, type="farm.removal.scheduled", aggregate="removal_id"):
    """The animal will leave on this day, for this fee."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    scheduled_on: date
    fee: Fee


class RemovalRejected(Event, type="farm.removal.rejected", aggregate="removal_id"):
    """The animal stays. The owner can read the reason at the farm."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID


class RemovalCancelled(Event, type="farm.removal.cancelled", aggregate="removal_id"):
    """The animal stays. `reason` is a stable code: `owner` (who changed their mind) or `deceased` (the animal died)."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: Annotated[str, known("owner", "deceased")]


class RemovalFeeCharged(ChargeRequest, Event, type="farm.removal.fee_charged", aggregate="reference_id"):
    """An animal was removed for a fee, which its former owner is charged. The reference is the removal."""

    purpose: Purpose = "farm.removal_fee"
    shares: Annotated[tuple[Share, ...], like([{"amount": {"amount": "6.00", "currency": "USD"}, "fee": "removal"}])]
    mandatory: bool = True


class LivestockSaleStatusChanged(
    Event, type="farm.livestock.sale_status_changed", aggregate="livestock_id", public=True
):
    """All that keeps the animal from being sold now. It is `sellable` when there is nothing."""

    livestock_id: UUID
    sellable: bool
    blocks: tuple[Block, ...]


class LivestockWeighed(Event, type="farm.livestock.weighed", aggregate="livestock_id", public=True):
    """A weight was entered. `weight_kg` and `value` are current: the entry may be late, or a correction.

    `weighed_at` is when `weight_kg` was measured. `daily_gain_kg` is what the farm estimates with from then on, in kg a
    day; null: it makes no estimate. `supersedes_id` is the weighing that this one corrects.
    """

    livestock_id: UUID
    weighing_id: UUID
    measured_at: AwareDatetime
    measured_kg: Kilograms
    weight_kg: Kilograms
    value: Money
    weighed_at: AwareDatetime | None = None
    daily_gain_kg: Annotated[Decimal, like("0.18")] | None = None
    supersedes_id: UUID | None = None


class LivestockPriced(Event, type="farm.livestock.priced", aggregate="livestock_id", public=True):
    """The price per kg of the animal changed, and with it its value."""

    livestock_id: UUID
    price_per_kg: Money
    value: Money


class FarmDeletionChecked(DeletionChecked, Event, type="farm.user.deletion_checked", aggregate="user_id"):
    """Whether a user's animals keep them from being deleted.

    Obstacles: `animals` that live, `removals` and insurance `claims` that are open, `disputes` that are not settled,
    `proposals` that wait for a decision.
    """
