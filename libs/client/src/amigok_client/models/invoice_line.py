from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_line_kind import InvoiceLineKind, check_invoice_line_kind

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="InvoiceLine")


@_attrs_define
class InvoiceLine:
    """An invoice in a list."""

    id: UUID
    issued_at: datetime.datetime
    kind: InvoiceLineKind
    number: str
    order_id: UUID
    total: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        issued_at = self.issued_at.isoformat()

        kind: str = self.kind

        number = self.number

        order_id = str(self.order_id)

        total = self.total.to_dict()

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "issued_at": issued_at,
                "kind": kind,
                "number": number,
                "order_id": order_id,
                "total": total,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        issued_at = datetime.datetime.fromisoformat(d.pop("issued_at"))

        kind = check_invoice_line_kind(d.pop("kind"))

        number = d.pop("number")

        order_id = UUID(d.pop("order_id"))

        total = Money.from_dict(d.pop("total"))

        user_id = UUID(d.pop("user_id"))

        invoice_line = cls(
            id=id,
            issued_at=issued_at,
            kind=kind,
            number=number,
            order_id=order_id,
            total=total,
            user_id=user_id,
        )

        invoice_line.additional_properties = d
        return invoice_line

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
