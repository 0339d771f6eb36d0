from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.correction_line_after import CorrectionLineAfter, check_correction_line_after
from ..models.correction_line_before import CorrectionLineBefore, check_correction_line_before

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="CorrectionLine")


@_attrs_define
class CorrectionLine:
    """A meal that was logged after the period was settled. Below zero, `amount` was given back."""

    after: CorrectionLineAfter
    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    before: CorrectionLineBefore
    id: UUID
    made_at: datetime.datetime
    meal_id: UUID
    settled_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        after: str = self.after

        amount = self.amount.to_dict()

        before: str = self.before

        id = str(self.id)

        made_at = self.made_at.isoformat()

        meal_id = str(self.meal_id)

        settled_at: None | str
        if isinstance(self.settled_at, datetime.datetime):
            settled_at = self.settled_at.isoformat()
        else:
            settled_at = self.settled_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "after": after,
                "amount": amount,
                "before": before,
                "id": id,
                "made_at": made_at,
                "meal_id": meal_id,
                "settled_at": settled_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        after = check_correction_line_after(d.pop("after"))

        amount = Money.from_dict(d.pop("amount"))

        before = check_correction_line_before(d.pop("before"))

        id = UUID(d.pop("id"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        meal_id = UUID(d.pop("meal_id"))

        def _parse_settled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_at_type_0 = datetime.datetime.fromisoformat(data)

                return settled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        settled_at = _parse_settled_at(d.pop("settled_at"))

        correction_line = cls(
            after=after,
            amount=amount,
            before=before,
            id=id,
            made_at=made_at,
            meal_id=meal_id,
            settled_at=settled_at,
        )

        correction_line.additional_properties = d
        return correction_line

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
