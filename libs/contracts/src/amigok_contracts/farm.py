"""What the farm says: which animals exist, what they weigh and cost, and whose they are."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from amigok_contracts.base import Event
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money


class Block(BaseModel):
    """Why an animal may not be sold, as a stable code, and when that ends by itself; null: somebody must end it."""

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
    """The animal is the platform's again: the payment that it was bought with was taken back, or refunded, for good.

    `dispute_id` is the dispute, or the refund.
    """

    livestock_id: UUID
    aggregate_version: int
    dispute_id: UUID
    previous_owner_id: UUID
    reclaimed_at: AwareDatetime


class LivestockTransferRefused(Event, type="farm.livestock.transfer_refused", aggregate="livestock_id"):
    """The farm did not move the animal for this order, and never will. `reasons` are stable codes.

    `blocks` are those of the reasons that keep the animal from being sold to anybody.
    """

    livestock_id: UUID
    order_id: UUID
    reasons: tuple[str, ...]
    blocks: tuple[Block, ...] = ()


class LivestockBorn(Event, type="farm.livestock.born", aggregate="livestock_id"):
    """The registered animal was not bought: it was born in one of the farms. `owner_id` owned the dam then."""

    livestock_id: UUID
    aggregate_version: int
    birth_id: UUID
    dam_id: UUID
    owner_id: UUID | None
    born_at: AwareDatetime


class LivestockMoved(Event, type="farm.livestock.moved", aggregate="livestock_id"):
    """The animal lives in another farm now."""

    livestock_id: UUID
    aggregate_version: int
    from_farm_id: UUID
    farm_id: UUID
    farm_name: str
    moved_at: AwareDatetime


class LivestockWithdrawn(Event, type="farm.livestock.withdrawn", aggregate="livestock_id"):
    """Its owner has taken the animal out: it has no owner and no farm here any more. `fee` is what that costs them."""

    livestock_id: UUID
    aggregate_version: int
    withdrawal_id: UUID
    previous_owner_id: UUID
    fee: Money
    withdrawn_at: AwareDatetime


class LivestockDied(Event, type="farm.livestock.died", aggregate="livestock_id"):
    """The animal is dead; it stays its owner's."""

    livestock_id: UUID
    aggregate_version: int
    death_id: UUID
    owner_id: UUID | None
    died_at: AwareDatetime


class LivestockReinstated(Event, type="farm.livestock.reinstated", aggregate="livestock_id"):
    """The report of the animal's death was wrong: it lives, and is whose it was."""

    livestock_id: UUID
    aggregate_version: int
    death_id: UUID
    owner_id: UUID | None


class WithdrawalRequested(Event, type="farm.withdrawal.requested", aggregate="withdrawal_id"):
    """An owner asks to take their animal out; it cannot be sold until that is over."""

    withdrawal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    wished_on: date


class WithdrawalScheduled(Event, type="farm.withdrawal.scheduled", aggregate="withdrawal_id"):
    """The animal will leave on this day, for this fee."""

    withdrawal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    scheduled_on: date
    fee: Money


class WithdrawalRejected(Event, type="farm.withdrawal.rejected", aggregate="withdrawal_id"):
    """The animal stays; the owner can read why."""

    withdrawal_id: UUID
    livestock_id: UUID
    owner_id: UUID


class WithdrawalCancelled(Event, type="farm.withdrawal.cancelled", aggregate="withdrawal_id"):
    """The animal stays. `reason` is a stable code: `owner` (changed their mind) or `deceased` (the animal is)."""

    withdrawal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: str


class InsuranceClaimApproved(Event, type="farm.insurance_claim.approved", aggregate="claim_id"):
    """The owner of an animal that died is to be paid this, once."""

    claim_id: UUID
    death_id: UUID
    livestock_id: UUID
    owner_id: UUID
    payout: Money


class LivestockSaleStatusChanged(
    Event, type="farm.livestock.sale_status_changed", aggregate="livestock_id", public=True
):
    """What keeps the animal from being sold is this now, whole; it is `sellable` when nothing does."""

    livestock_id: UUID
    aggregate_version: int
    sellable: bool
    blocks: tuple[Block, ...]


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


class FarmDeletionChecked(DeletionChecked, Event, type="farm.user.deletion_checked", aggregate="user_id"):
    """Whether animals of a user's keep them from being deleted.

    Obstacles: `animals` that live, `withdrawals` and insurance `claims` that are open, `disputes` that are not settled,
    `proposals` that wait for a decision.
    """
