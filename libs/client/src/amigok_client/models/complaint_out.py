from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.complaint_out_opened_by import ComplaintOutOpenedBy, check_complaint_out_opened_by
from ..models.complaint_out_refund_to import ComplaintOutRefundTo, check_complaint_out_refund_to
from ..models.complaint_out_side import ComplaintOutSide, check_complaint_out_side
from ..models.complaint_out_state import ComplaintOutState, check_complaint_out_state

if TYPE_CHECKING:
    from ..models.complaint_file_out import ComplaintFileOut
    from ..models.money import Money


T = TypeVar("T", bound="ComplaintOut")


@_attrs_define
class ComplaintOut:
    """A complaint about an order in escrow.

    `reasons` say why the farm could not give the animal back the last time. `paid` is what of the price was paid in the
    end. Administrators should decide by `decide_by`; nothing moves by itself then.

    """

    answer: None | str
    answered_at: datetime.datetime | None
    decide_by: datetime.datetime
    ended_at: datetime.datetime | None
    files: list[ComplaintFileOut]
    id: UUID
    livestock_id: UUID
    opened_at: datetime.datetime
    opened_by: ComplaintOutOpenedBy
    order_id: UUID
    order_number: str
    paid: Money | None
    price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    reason: str
    """ Known: `not_as_described`, `other_animal`, `unhealthy`, `documents_missing`, `died`, `other`,
    `payment_disputed`, `reclaimed` """
    reasons: list[str]
    refund_to: ComplaintOutRefundTo
    side: ComplaintOutSide
    state: ComplaintOutState
    text: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        answer: None | str
        answer = self.answer

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        decide_by = self.decide_by.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        opened_at = self.opened_at.isoformat()

        opened_by: str = self.opened_by

        order_id = str(self.order_id)

        order_number = self.order_number

        paid: dict[str, Any] | None
        if isinstance(self.paid, Money):
            paid = self.paid.to_dict()
        else:
            paid = self.paid

        price = self.price.to_dict()

        reason = self.reason

        reasons = self.reasons

        refund_to: str = self.refund_to

        side: str = self.side

        state: str = self.state

        text = self.text

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answer": answer,
                "answered_at": answered_at,
                "decide_by": decide_by,
                "ended_at": ended_at,
                "files": files,
                "id": id,
                "livestock_id": livestock_id,
                "opened_at": opened_at,
                "opened_by": opened_by,
                "order_id": order_id,
                "order_number": order_number,
                "paid": paid,
                "price": price,
                "reason": reason,
                "reasons": reasons,
                "refund_to": refund_to,
                "side": side,
                "state": state,
                "text": text,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.complaint_file_out import ComplaintFileOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_answer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        answer = _parse_answer(d.pop("answer"))

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        decide_by = datetime.datetime.fromisoformat(d.pop("decide_by"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = ComplaintFileOut.from_dict(files_item_data)

            files.append(files_item)

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        opened_by = check_complaint_out_opened_by(d.pop("opened_by"))

        order_id = UUID(d.pop("order_id"))

        order_number = d.pop("order_number")

        def _parse_paid(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                paid_type_0 = Money.from_dict(data)

                return paid_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        paid = _parse_paid(d.pop("paid"))

        price = Money.from_dict(d.pop("price"))

        reason = d.pop("reason")

        reasons = cast(list[str], d.pop("reasons"))

        refund_to = check_complaint_out_refund_to(d.pop("refund_to"))

        side = check_complaint_out_side(d.pop("side"))

        state = check_complaint_out_state(d.pop("state"))

        text = d.pop("text")

        version = d.pop("version")

        complaint_out = cls(
            answer=answer,
            answered_at=answered_at,
            decide_by=decide_by,
            ended_at=ended_at,
            files=files,
            id=id,
            livestock_id=livestock_id,
            opened_at=opened_at,
            opened_by=opened_by,
            order_id=order_id,
            order_number=order_number,
            paid=paid,
            price=price,
            reason=reason,
            reasons=reasons,
            refund_to=refund_to,
            side=side,
            state=state,
            text=text,
            version=version,
        )

        complaint_out.additional_properties = d
        return complaint_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
