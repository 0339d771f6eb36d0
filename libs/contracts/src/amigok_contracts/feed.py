"""What feed publishes: which packages animals get, what was fed of them, and what it asks money for.

A period of a subscription asks the wallet for its price by three of its events, under the purpose `PERIOD` with its id
as the reference: hold it, capture what was fed, release it.
"""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.books import Books
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Currency, Money
from amigok_contracts.money_requests import (
    CaptureRequest,
    ChargeRequest,
    HoldRequest,
    Purpose,
    Refusal,
    ReleaseRequest,
    RewardRequest,
    Share,
)
from amigok_contracts.sale_blocks import BlockEnd, BlockReason, BlockRequest
from amigok_contracts.values import known, like

PERIOD = "feed.period"
"""The purpose of the holds of periods' prices."""

WELFARE = "feed.welfare"
"""The purpose of charges for the basic ration of animals whose owners have too little money."""

CORRECTION = "feed.correction"
"""The purpose of charges and rewards after a period was settled."""

Cycle = Annotated[str, known("monthly", "weekly", "daily")]
PeriodKind = Annotated[str, known("package", "welfare")]
MealState = Annotated[str, known("fed", "partly", "refused", "missed", "planned", "void")]
Count = Annotated[int, like(60)]
EndReason = Annotated[
    str, known("died", "sold", "removed", "reclaimed", "not_owner", "account_inactive", "package_unsuitable")
]
CloseReason = Annotated[
    str,
    known(
        "end",
        "died",
        "sold",
        "removed",
        "reclaimed",
        "moved",
        "cancelled",
        "changed",
        "paused",
        "paid",
        "not_owner",
        "account_inactive",
    ),
]
_SHARES = like([{"amount": {"amount": "58.00", "currency": "USD"}, "payee_id": None, "fee": None}])
_ToPlatform = Annotated[tuple[Share, ...], _SHARES]


class SubscriptionStarted(Event, type="feed.subscription.started", aggregate="subscription_id"):
    """An owner has chosen a package for an animal. Its first period begins now."""

    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID
    package_id: UUID
    cycle: Cycle
    currency: Currency


class SubscriptionPaused(Event, type="feed.subscription.paused", aggregate="subscription_id"):
    """The animal gets the basic ration until the owner resumes."""

    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID


class SubscriptionResumed(Event, type="feed.subscription.resumed", aggregate="subscription_id"):
    """The animal gets its package again. A new period begins now."""

    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID


class SubscriptionChanged(Event, type="feed.subscription.changed", aggregate="subscription_id"):
    """What the animal gets, and what will follow: `next_package_id` at the end of the period, or nothing."""

    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID
    package_id: UUID
    next_package_id: UUID | None
    cancels_at_end: bool


class SubscriptionCancelled(Event, type="feed.subscription.cancelled", aggregate="subscription_id"):
    """The owner has ended the subscription."""

    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID


class SubscriptionEnded(Event, type="feed.subscription.ended", aggregate="subscription_id"):
    """The subscription has ended without its owner's doing. `reason` is a stable code."""

    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: EndReason


class PeriodOpened(Event, type="feed.period.opened", aggregate="period_id"):
    """A period has begun. Of a `package` the price is being held; a `welfare` period is charged at its end."""

    period_id: UUID
    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID
    kind: PeriodKind
    price: Money
    planned_meals: Count
    starts_at: AwareDatetime
    ends_at: AwareDatetime


class PeriodHoldRequested(HoldRequest, Event, type="feed.period.hold_requested", aggregate="reference_id"):
    """The price of a period is to be set aside, at its start."""

    purpose: Purpose = PERIOD


class PeriodCaptureRequested(CaptureRequest, Event, type="feed.period.capture_requested", aggregate="reference_id"):
    """A period has ended: what was fed of it is to be paid, and the rest is the owner's again."""

    purpose: Purpose = PERIOD
    shares: _ToPlatform


class PeriodReleaseRequested(ReleaseRequest, Event, type="feed.period.release_requested", aggregate="reference_id"):
    """A period has ended and nothing was fed of it: its price is the owner's again."""

    purpose: Purpose = PERIOD
    reason: Annotated[str, known("nothing_fed")]


class WelfareCharged(ChargeRequest, Event, type="feed.welfare.charged", aggregate="reference_id"):
    """What was fed of the basic ration while the owner had too little money is to be paid, once a period."""

    purpose: Purpose = WELFARE
    shares: _ToPlatform
    mandatory: bool = True


class PeriodSettled(Event, type="feed.period.settled", aggregate="period_id"):
    """A period is paid: `charged` of its `price`, for the meals that were fed. Its statement can be read.

    `reason` is a stable code: why it ended.
    """

    period_id: UUID
    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID
    kind: PeriodKind
    price: Money
    charged: Money
    planned_meals: Count
    fed_meals: Count
    reason: CloseReason
    starts_at: AwareDatetime
    closed_at: AwareDatetime


class PeriodUnpaid(Event, type="feed.period.unpaid", aggregate="period_id"):
    """The price of a period could not be held. The animal gets the basic ration meanwhile.

    `reason` is the wallet's. The next try is at `next_try_at`, or as soon as money arrives; null: only then.
    """

    period_id: UUID
    subscription_id: UUID
    livestock_id: UUID
    owner_id: UUID
    price: Money
    reason: Refusal
    tries: Annotated[int, like(1)]
    unpaid_since: AwareDatetime
    next_try_at: AwareDatetime | None


class MealCorrected(Event, type="feed.meal.corrected", aggregate="correction_id"):
    """A meal was logged after its period was settled. Below zero, `amount` is what the owner gets back."""

    correction_id: UUID
    period_id: UUID
    meal_id: UUID
    livestock_id: UUID
    owner_id: UUID
    due_at: AwareDatetime
    before: MealState
    after: MealState
    amount: Money


class MealCorrectionCharged(ChargeRequest, Event, type="feed.meal.correction_charged", aggregate="reference_id"):
    """A meal of a settled period was fed after all. The reference is the correction."""

    purpose: Purpose = CORRECTION
    shares: _ToPlatform
    mandatory: bool = True


class MealCorrectionRefunded(RewardRequest, Event, type="feed.meal.correction_refunded", aggregate="reference_id"):
    """A meal of a settled period was not fed after all. The reference is the correction."""

    purpose: Purpose = CORRECTION


class UnpaidFeedBlocked(BlockRequest, Event, type="feed.unpaid.blocked", aggregate="source_id"):
    """The owner does not pay for the animal's feed: they cannot sell it."""

    block_reason: BlockReason = "unpaid_feed"


class UnpaidFeedBlockEnded(BlockEnd, Event, type="feed.unpaid.block_ended", aggregate="source_id"):
    """What was owed for the animal's feed is paid."""

    block_reason: BlockReason = "unpaid_feed"


class FeedBooksStated(Books, Event, type="feed.books.stated", aggregate="window_id"):
    """What was fed and is paid: captured of a hold (`capture`), charged (`charge`) or paid back (`reward`)."""

    kinds = frozenset({"capture", "charge", "reward"})


class FeedDeletionChecked(DeletionChecked, Event, type="feed.user.deletion_checked", aggregate="user_id"):
    """Whether feed keeps a user from being deleted: `feed` where a period is not settled yet."""
