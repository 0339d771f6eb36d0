"""The events of the farm: which animals exist, what they weigh and cost, and who owns them."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money
from amigok_contracts.money_requests import ChargeRequest, RewardRequest


class Block(BaseModel):
    """Why an animal may not be sold, as a stable code, and when that ends by itself. Null: somebody must end it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    reason: str
    until: AwareDatetime | None


class LivestockRegistered(Event, type="farm.livestock.registered", aggregate="livestock_id"):
    """An animal came from outside or was born here. `owner_id` is null while the platform owns it."""

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


class LivestockReclaimed(Event, type="farm.livestock.reclaimed", aggregate="livestock_id"):
    """The platform owns the animal again: the payment for it was taken back, or refunded, for good.

    `dispute_id` is the dispute, or the refund.
    """

    livestock_id: UUID
    aggregate_version: int
    dispute_id: UUID
    previous_owner_id: UUID
    reclaimed_at: AwareDatetime


class LivestockTransferRefused(Event, type="farm.livestock.transfer_refused", aggregate="livestock_id"):
    """The farm refuses to transfer the animal for this order, for good. `reasons` are stable codes.

    `blocks` are those of the reasons that keep the animal from being sold to anybody.
    """

    livestock_id: UUID
    order_id: UUID
    reasons: tuple[str, ...]
    blocks: tuple[Block, ...] = ()


class LivestockBorn(Event, type="farm.livestock.born", aggregate="livestock_id"):
    """The registered animal was born in one of the farms. `owner_id` owned the dam then."""

    livestock_id: UUID
    aggregate_version: int
    birth_id: UUID
    dam_id: UUID
    owner_id: UUID | None
    born_at: AwareDatetime


class LivestockMoved(Event, type="farm.livestock.moved", aggregate="livestock_id"):
    """The animal was moved to another farm."""

    livestock_id: UUID
    aggregate_version: int
    from_farm_id: UUID
    farm_id: UUID
    farm_name: str
    moved_at: AwareDatetime


class LivestockRemoved(Event, type="farm.livestock.removed", aggregate="livestock_id"):
    """The animal has left the platform: it has no owner and no farm any more. `fee` is what its owner is charged."""

    livestock_id: UUID
    aggregate_version: int
    removal_id: UUID
    previous_owner_id: UUID
    fee: Money
    removed_at: AwareDatetime


class LivestockDied(Event, type="farm.livestock.died", aggregate="livestock_id"):
    """The animal is dead. Its owner stays the same."""

    livestock_id: UUID
    aggregate_version: int
    death_id: UUID
    owner_id: UUID | None
    died_at: AwareDatetime


class LivestockReinstated(Event, type="farm.livestock.reinstated", aggregate="livestock_id"):
    """The report of the animal's death was wrong: it lives, and its owner is the same as before."""

    livestock_id: UUID
    aggregate_version: int
    death_id: UUID
    owner_id: UUID | None


class RemovalRequested(Event, type="farm.removal.requested", aggregate="removal_id"):
    """An owner wants to take their animal out of the platform. It cannot be sold until the removal ends."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    wished_on: date


class RemovalScheduled(Event, type="farm.removal.scheduled", aggregate="removal_id"):
    """The animal will leave on this day, for this fee, which replace those of an earlier event."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    scheduled_on: date
    fee: Money


class RemovalRejected(Event, type="farm.removal.rejected", aggregate="removal_id"):
    """The animal stays; the owner can read why."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID


class RemovalCancelled(Event, type="farm.removal.cancelled", aggregate="removal_id"):
    """The animal stays. `reason` is a stable code: `owner` (changed their mind) or `deceased` (the animal died)."""

    removal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: str


class InsuranceClaimApproved(Event, type="farm.insurance_claim.approved", aggregate="claim_id"):
    """An insurance claim was approved. The payout itself is `farm.insurance.payout_requested`."""

    claim_id: UUID
    death_id: UUID
    livestock_id: UUID
    owner_id: UUID
    payout: Money


class RemovalFeeCharged(ChargeRequest, Event, type="farm.removal.fee_charged", aggregate="reference_id"):
    """An animal was removed for a fee. The purpose is `farm.removal_fee`, the reference is the removal."""


class InsurancePayoutRequested(RewardRequest, Event, type="farm.insurance.payout_requested", aggregate="reference_id"):
    """An insurance claim was approved. The purpose is `farm.insurance`, the reference is the claim."""


class LivestockSaleStatusChanged(
    Event, type="farm.livestock.sale_status_changed", aggregate="livestock_id", public=True
):
    """All that keeps the animal from being sold now. It is `sellable` if nothing does."""

    livestock_id: UUID
    aggregate_version: int
    sellable: bool
    blocks: tuple[Block, ...]


class LivestockWeighed(Event, type="farm.livestock.weighed", aggregate="livestock_id", public=True):
    """A weight was recorded. `weight_kg` and `value` are the animal's now: the entry may be late, or a correction."""

    livestock_id: UUID
    aggregate_version: int
    weighing_id: UUID
    measured_at: AwareDatetime
    measured_kg: Decimal
    weight_kg: Decimal
    value: Money


class LivestockPriced(Event, type="farm.livestock.priced", aggregate="livestock_id", public=True):
    """The price per kg of the animal has changed, and with it its value."""

    livestock_id: UUID
    aggregate_version: int
    price_per_kg: Money
    value: Money


class FarmDeletionChecked(DeletionChecked, Event, type="farm.user.deletion_checked", aggregate="user_id"):
    """Whether anything in the farm prevents the deletion of a user.

    Obstacles: living `animals`, open `removals` and insurance `claims`, `disputes` that are not settled, `proposals`
    that are not decided.
    """
