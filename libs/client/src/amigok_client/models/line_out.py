from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.line_out_entry_type_0 import LineOutEntryType0, check_line_out_entry_type_0

if TYPE_CHECKING:
    from ..models.booked_out import BookedOut
    from ..models.money import Money


T = TypeVar("T", bound="LineOut")


@_attrs_define
class LineOut:
    """A row behind a figure: the event that it comes from, and what the ledger booked. Without a transfer, nothing.

    `livestock_id` is null where it is about no animal.

    """

    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    at: datetime.datetime
    entry: LineOutEntryType0 | Literal["cost"]
    """ `cost`: it is part of what an animal cost """
    event_id: UUID
    kind: str
    livestock_id: None | UUID
    purpose: None | str
    """ Known: `marketplace.order`, `farm.removal_fee`, `farm.insurance`, `payment.refund`, `payment.charge`,
    `feed.period`, `feed.welfare`, `feed.correction`, `care.request`, `game.entry`, `game.entry_refund`,
    `game.prize` """
    reference_id: UUID
    transfers: list[BookedOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount.to_dict()

        at = self.at.isoformat()

        entry: Literal["cost"] | str
        if isinstance(self.entry, str):
            entry = self.entry
        else:
            entry = self.entry

        event_id = str(self.event_id)

        kind = self.kind

        livestock_id: None | str
        if isinstance(self.livestock_id, UUID):
            livestock_id = str(self.livestock_id)
        else:
            livestock_id = self.livestock_id

        purpose: None | str
        purpose = self.purpose

        reference_id = str(self.reference_id)

        transfers = []
        for transfers_item_data in self.transfers:
            transfers_item = transfers_item_data.to_dict()
            transfers.append(transfers_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "at": at,
                "entry": entry,
                "event_id": event_id,
                "kind": kind,
                "livestock_id": livestock_id,
                "purpose": purpose,
                "reference_id": reference_id,
                "transfers": transfers,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.booked_out import BookedOut  # noqa: PLC0415
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        amount = Money.from_dict(d.pop("amount"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_entry(data: object) -> LineOutEntryType0 | Literal["cost"]:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                entry_type_0 = check_line_out_entry_type_0(data)

                return entry_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            entry_type_1 = cast(Literal["cost"], data)
            if entry_type_1 != "cost":
                raise ValueError(f"entry_type_1 must match const 'cost', got '{entry_type_1}'")
            return entry_type_1

        entry = _parse_entry(d.pop("entry"))

        event_id = UUID(d.pop("event_id"))

        kind = d.pop("kind")

        def _parse_livestock_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                livestock_id_type_0 = UUID(data)

                return livestock_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        livestock_id = _parse_livestock_id(d.pop("livestock_id"))

        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))

        reference_id = UUID(d.pop("reference_id"))

        transfers = []
        _transfers = d.pop("transfers")
        for transfers_item_data in _transfers:
            transfers_item = BookedOut.from_dict(transfers_item_data)

            transfers.append(transfers_item)

        line_out = cls(
            amount=amount,
            at=at,
            entry=entry,
            event_id=event_id,
            kind=kind,
            livestock_id=livestock_id,
            purpose=purpose,
            reference_id=reference_id,
            transfers=transfers,
        )

        line_out.additional_properties = d
        return line_out

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
