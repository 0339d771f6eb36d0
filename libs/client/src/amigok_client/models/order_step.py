from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_step_by import OrderStepBy, check_order_step_by
from ..models.order_step_what import OrderStepWhat, check_order_step_what

T = TypeVar("T", bound="OrderStep")


@_attrs_define
class OrderStep:
    """What happened to an order, by which side, and when. `platform`: services or time did it."""

    at: datetime.datetime
    by: OrderStepBy
    what: OrderStepWhat
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        by: str = self.by

        what: str = self.what

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "by": by,
                "what": what,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        by = check_order_step_by(d.pop("by"))

        what = check_order_step_what(d.pop("what"))

        order_step = cls(
            at=at,
            by=by,
            what=what,
        )

        order_step.additional_properties = d
        return order_step

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
