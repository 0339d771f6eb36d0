from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.book_difference_out_place import BookDifferenceOutPlace, check_book_difference_out_place

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="BookDifferenceOut")


@_attrs_define
class BookDifferenceOut:
    """An amount of a service's books that facts have otherwise: the ledger's `transfers`, or the `lines` of figures.

    Until `told_at` it may be on its way.

    """

    expected: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    found: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    found_at: datetime.datetime
    kind: str
    place: BookDifferenceOutPlace
    reference_id: UUID
    source: str
    told_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        expected = self.expected.to_dict()

        found = self.found.to_dict()

        found_at = self.found_at.isoformat()

        kind = self.kind

        place: str = self.place

        reference_id = str(self.reference_id)

        source = self.source

        told_at: None | str
        if isinstance(self.told_at, datetime.datetime):
            told_at = self.told_at.isoformat()
        else:
            told_at = self.told_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "expected": expected,
                "found": found,
                "found_at": found_at,
                "kind": kind,
                "place": place,
                "reference_id": reference_id,
                "source": source,
                "told_at": told_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        expected = Money.from_dict(d.pop("expected"))

        found = Money.from_dict(d.pop("found"))

        found_at = datetime.datetime.fromisoformat(d.pop("found_at"))

        kind = d.pop("kind")

        place = check_book_difference_out_place(d.pop("place"))

        reference_id = UUID(d.pop("reference_id"))

        source = d.pop("source")

        def _parse_told_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                told_at_type_0 = datetime.datetime.fromisoformat(data)

                return told_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        told_at = _parse_told_at(d.pop("told_at"))

        book_difference_out = cls(
            expected=expected,
            found=found,
            found_at=found_at,
            kind=kind,
            place=place,
            reference_id=reference_id,
            source=source,
            told_at=told_at,
        )

        book_difference_out.additional_properties = d
        return book_difference_out

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
