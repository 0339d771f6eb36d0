from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invoice_out_kind import InvoiceOutKind, check_invoice_out_kind

if TYPE_CHECKING:
    from ..models.item import Item
    from ..models.money import Money
    from ..models.party import Party
    from ..models.recipient import Recipient


T = TypeVar("T", bound="InvoiceOut")


@_attrs_define
class InvoiceOut:
    """An invoice. `issuer` is the platform, even if it issues in a selling user's name."""

    id: UUID
    issued_at: datetime.datetime
    issuer: Party
    """ The issuer of an invoice, or the seller in whose name it is issued. A selling user appears by their code
    only. """
    items: list[Item]
    kind: InvoiceOutKind
    net: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    notes: list[str]
    number: str
    order_id: UUID
    recipient: Recipient
    """ The recipient: always the customer number, and the billing details at the time of issue, if any. """
    seller: Party
    """ The issuer of an invoice, or the seller in whose name it is issued. A selling user appears by their code
    only. """
    tax: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    tax_percent: str
    total: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        issued_at = self.issued_at.isoformat()

        issuer = self.issuer.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        kind: str = self.kind

        net = self.net.to_dict()

        notes = self.notes

        number = self.number

        order_id = str(self.order_id)

        recipient = self.recipient.to_dict()

        seller = self.seller.to_dict()

        tax = self.tax.to_dict()

        tax_percent = self.tax_percent

        total = self.total.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "issued_at": issued_at,
                "issuer": issuer,
                "items": items,
                "kind": kind,
                "net": net,
                "notes": notes,
                "number": number,
                "order_id": order_id,
                "recipient": recipient,
                "seller": seller,
                "tax": tax,
                "tax_percent": tax_percent,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.item import Item  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415
        from ..models.party import Party  # noqa: PLC0415
        from ..models.recipient import Recipient  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        issued_at = datetime.datetime.fromisoformat(d.pop("issued_at"))

        issuer = Party.from_dict(d.pop("issuer"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Item.from_dict(items_item_data)

            items.append(items_item)

        kind = check_invoice_out_kind(d.pop("kind"))

        net = Money.from_dict(d.pop("net"))

        notes = cast(list[str], d.pop("notes"))

        number = d.pop("number")

        order_id = UUID(d.pop("order_id"))

        recipient = Recipient.from_dict(d.pop("recipient"))

        seller = Party.from_dict(d.pop("seller"))

        tax = Money.from_dict(d.pop("tax"))

        tax_percent = d.pop("tax_percent")

        total = Money.from_dict(d.pop("total"))

        invoice_out = cls(
            id=id,
            issued_at=issued_at,
            issuer=issuer,
            items=items,
            kind=kind,
            net=net,
            notes=notes,
            number=number,
            order_id=order_id,
            recipient=recipient,
            seller=seller,
            tax=tax,
            tax_percent=tax_percent,
            total=total,
        )

        invoice_out.additional_properties = d
        return invoice_out

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
