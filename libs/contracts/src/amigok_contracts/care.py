"""What care publishes: which care an animal needs and gets, who does it, and what its owner pays."""

from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime

from amigok_contracts.base import Event
from amigok_contracts.books import Books
from amigok_contracts.deletion import DeletionChecked
from amigok_contracts.money import Money
from amigok_contracts.money_requests import CaptureRequest, ChargeRequest, HoldRequest, Purpose, Refusal, ReleaseRequest
from amigok_contracts.sale_blocks import BlockEnd, BlockReason, BlockRequest
from amigok_contracts.values import Reason, known, like

REQUEST = "care.request"
"""The purpose of what is held and charged for care of an animal; the reference is the payment, not the request."""

UNPAID = "unpaid_care"
"""The reason of the sale block while an owner owes for care."""

CareType = Annotated[str, known("checkup", "vaccination", "treatment", "emergency", "grooming", "surgery")]
Origin = Annotated[str, known("owner", "staff", "admin", "plan", "follow_up")]
"""Where a request comes from: who asked, a vaccination plan, or the care before it."""

ServiceName = Annotated[str, like("Yearly checkup")]
EndReason = Annotated[
    str,
    known(
        "owner_cancelled",
        "withdrawn",
        "owner_changed",
        "deceased",
        "removed",
        "account_inactive",
        "quote_declined",
        "not_possible",
    ),
]
"""Why care was not done: a stable code."""


class CareRequested(Event, type="care.request.requested", aggregate="request_id"):
    """Care of an animal is wanted. `owner_id` is who owns the animal; null: the platform, which pays nothing.

    What is `mandatory` is done for the animal's sake after `due_at`, also if its owner has not accepted it by then.
    """

    request_id: UUID
    livestock_id: UUID
    farm_id: UUID | None
    owner_id: UUID | None
    service_id: UUID
    service_name: ServiceName
    care_type: CareType
    origin: Origin
    mandatory: bool
    emergency: bool
    due_at: AwareDatetime | None


class CareQuoted(Event, type="care.request.quoted", aggregate="request_id"):
    """What the care is expected to cost. The owner accepts this version of the quote, or none."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID
    quote_version: int
    estimate: Money


class CareAccepted(Event, type="care.request.accepted", aggregate="request_id"):
    """The care is to be done. Up to `authorised` is paid without asking again.

    `funding` is how: `hold` of what the owner accepted, `charge` afterwards (an emergency, or mandatory care that
    nobody accepted in time), `none` where nothing is paid.
    """

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    funding: Annotated[str, known("hold", "charge", "none")]
    authorised: Money


class CarePaymentRefused(Event, type="care.request.payment_refused", aggregate="request_id"):
    """The amount that the owner accepted could not be held or taken: they can pay again. `reason` is a stable code."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID
    amount: Money
    reason: Annotated[Refusal, known("insufficient_funds", "expired")]


class CareScheduled(Event, type="care.request.scheduled", aggregate="request_id"):
    """A veterinarian will do the care then."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    veterinarian_id: UUID
    starts_at: AwareDatetime
    ends_at: AwareDatetime


class CareStarted(Event, type="care.request.started", aggregate="request_id"):
    """The veterinarian has begun."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    veterinarian_id: UUID


class CareMoreAsked(Event, type="care.request.more_asked", aggregate="request_id"):
    """The care costs more than its owner has allowed: they are asked for this `amount` besides."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID
    payment_id: UUID
    amount: Money


class CareCompleted(Event, type="care.request.completed", aggregate="request_id"):
    """The care is done, and there is a report of it. `cost` is what it came to, whoever pays."""

    request_id: UUID
    livestock_id: UUID
    farm_id: UUID | None
    owner_id: UUID | None
    veterinarian_id: UUID
    care_type: CareType
    cost: Money


class CareCancelled(Event, type="care.request.cancelled", aggregate="request_id"):
    """The care will not be done; nothing is paid for it. `veterinarian_id` is who had been going to do it."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    veterinarian_id: UUID | None
    reason: EndReason


class CareDeclined(Event, type="care.request.declined", aggregate="request_id"):
    """The owner does not want it at this price, or nobody can do it."""

    request_id: UUID
    livestock_id: UUID
    owner_id: UUID | None
    reason: EndReason


class CheckupDone(Event, type="care.checkup.done", aggregate="request_id"):
    """Care without medicine is done: the farm adds it to the animal's health record.

    For the farm's handler (`farm/health`): one record for a `request_id`, of the kind that `care_type` names, at
    `done_at`, by `veterinarian_id`. Nothing was given, so no withdrawal period follows. What was given comes with
    events of its own, and is not in this one. What the veterinarian wrote stays in care's report.
    """

    request_id: UUID
    livestock_id: UUID
    veterinarian_id: UUID
    care_type: CareType
    service_name: ServiceName
    done_at: AwareDatetime


class CareHoldRequested(HoldRequest, Event, type="care.payment.hold_requested", aggregate="reference_id"):
    """What the owner has accepted is to be set aside: the estimate and what they allow beyond it."""

    purpose: Purpose = REQUEST
    request_id: UUID


class CareCaptureRequested(CaptureRequest, Event, type="care.payment.capture_requested", aggregate="reference_id"):
    """The care is done: what it came to is to be taken of what is held, and the rest is the owner's again."""

    purpose: Purpose = REQUEST
    request_id: UUID


class CareReleaseRequested(ReleaseRequest, Event, type="care.payment.release_requested", aggregate="reference_id"):
    """Nothing of what is held for the care is needed."""

    purpose: Purpose = REQUEST
    request_id: UUID
    reason: Reason


class CareChargeRequested(ChargeRequest, Event, type="care.payment.charge_requested", aggregate="reference_id"):
    """Care that was done is to be paid: mandatory if it was for the animal's sake, else as the owner has confirmed."""

    purpose: Purpose = REQUEST
    request_id: UUID


class CareUnpaid(BlockRequest, Event, type="care.payment.unpaid", aggregate="source_id"):
    """The owner owes for care: the animal cannot be sold while they own it. `source_id` is the payment."""

    block_reason: BlockReason = UNPAID
    request_id: UUID
    owed: Money


class CareSettled(BlockEnd, Event, type="care.payment.settled", aggregate="source_id"):
    """Nothing is owed for this care any more."""

    block_reason: BlockReason = UNPAID
    request_id: UUID


class CareBooksStated(Books, Event, type="care.books.stated", aggregate="window_id"):
    """The payments for care that were taken: of holds (`capture`, all of it the platform's `fee`), and charges."""

    kinds = frozenset({"capture", "fee", "charge"})


class CareDeletionChecked(DeletionChecked, Event, type="care.user.deletion_checked", aggregate="user_id"):
    """Whether care keeps a user from being deleted: `care_requests`, of their animals or that they do."""

    obstacles: tuple[Annotated[str, known("care_requests")], ...]
