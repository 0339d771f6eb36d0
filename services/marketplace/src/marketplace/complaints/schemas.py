"""Complaints over HTTP."""

from collections.abc import Sequence
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator

from amigok_chassis.money import MoneyIn
from amigok_chassis.text import Prose
from amigok_contracts import Money
from amigok_contracts.marketplace_escrow import ComplaintReason
from marketplace.complaints.models import Complaint, ComplaintFile, OpenedBy
from marketplace.orders.escrow import RefundTo
from marketplace.orders.models import Order
from marketplace.orders.schemas import Side

_EXAMPLE = ["The ear tag is another one than in the listing."]
Text = Annotated[Prose, Field(min_length=1, max_length=2_000, examples=_EXAMPLE)]
State = Literal["open", "returning", "released", "parted", "refunded", "withdrawn"]
Outcome = Literal["release", "part", "refund"]


class ComplaintIn(BaseModel):
    """What is wrong, and where the price should go if the order is undone: into the wallet, or to where it came from.

    What was paid from the wallet goes there in any case.
    """

    model_config = ConfigDict(extra="forbid")

    reason: Literal["not_as_described", "other_animal", "unhealthy", "documents_missing", "died", "other"]
    text: Text
    refund_to: RefundTo = "wallet"


class AnswerIn(BaseModel):
    """What the seller says to it."""

    model_config = ConfigDict(extra="forbid")

    text: Text


class DecisionIn(BaseModel):
    """What is to become of the price. `version` is that of the complaint as it was read.

    `release`: the seller gets it. `part`: of it only `part` is paid, the fee in proportion. `refund`: the animal goes
    back to the seller and the price to the buyer; the farm may refuse.
    """

    model_config = ConfigDict(extra="forbid")

    version: int = Field(ge=1, le=2**31 - 1)
    outcome: Outcome
    part: MoneyIn | None = None

    @model_validator(mode="after")
    def _names_a_part(self) -> Self:
        if (self.outcome == "part") != (self.part is not None):
            raise ValueError("a part is named if and only if a part is to be paid")
        return self


class DecisionPayload(BaseModel):
    """What is proposed."""

    complaint_id: UUID
    version: int
    outcome: Outcome
    part: Money | None


class ComplaintFileOut(BaseModel):
    """A photo that one side has added."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    side: Literal["buyer", "seller"]
    media_type: Literal["image/jpeg", "image/png"]
    size: int
    added_at: AwareDatetime


class ComplaintOut(BaseModel):
    """A complaint about an order in escrow.

    `reasons` say why the farm could not give the animal back the last time. `paid` is what of the price was paid in the
    end. Administrators should decide by `decide_by`; nothing moves by itself then.
    """

    id: UUID
    order_id: UUID
    order_number: Annotated[str, Field(examples=["7K3F-92QX-M4T5"])]
    livestock_id: UUID
    price: Money
    side: Side
    opened_by: OpenedBy
    reason: ComplaintReason
    text: Annotated[str, Field(examples=_EXAMPLE)]
    refund_to: RefundTo
    state: State
    version: int
    answer: Annotated[str | None, Field(examples=["The tag was replaced in May, as the register shows."])]
    reasons: Annotated[list[str], Field(examples=[["deceased"]])]
    paid: Money | None
    opened_at: AwareDatetime
    answered_at: AwareDatetime | None
    decide_by: AwareDatetime
    ended_at: AwareDatetime | None
    files: list[ComplaintFileOut]

    @classmethod
    def of(cls, complaint: Complaint, order: Order, *, side: Side, files: Sequence[ComplaintFile] = ()) -> Self:
        return cls.model_validate(
            {
                **{name: getattr(complaint, name) for name in _OF_COMPLAINT},
                "order_number": order.number,
                "livestock_id": order.livestock_id,
                "price": order.money,
                "side": side,
                "paid": None if complaint.paid is None else Money.of_minor(complaint.paid, order.currency),
                "files": [ComplaintFileOut.model_validate(file) for file in files],
            }
        )


_OF_COMPLAINT = (
    "id",
    "order_id",
    "opened_by",
    "reason",
    "text",
    "refund_to",
    "state",
    "version",
    "answer",
    "reasons",
    "opened_at",
    "answered_at",
    "decide_by",
    "ended_at",
)
