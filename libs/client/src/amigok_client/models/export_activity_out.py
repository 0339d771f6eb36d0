from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.export_activity_out_details import ExportActivityOutDetails


T = TypeVar("T", bound="ExportActivityOut")


@_attrs_define
class ExportActivityOut:
    action: str
    address: None | str
    at: datetime.datetime
    details: ExportActivityOutDetails
    user_agent: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        address: None | str
        address = self.address

        at = self.at.isoformat()

        details = self.details.to_dict()

        user_agent: None | str
        user_agent = self.user_agent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "address": address,
                "at": at,
                "details": details,
                "user_agent": user_agent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.export_activity_out_details import ExportActivityOutDetails  # noqa: PLC0415

        d = dict(src_dict)
        action = d.pop("action")

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        details = ExportActivityOutDetails.from_dict(d.pop("details"))

        def _parse_user_agent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_agent = _parse_user_agent(d.pop("user_agent"))

        export_activity_out = cls(
            action=action,
            address=address,
            at=at,
            details=details,
            user_agent=user_agent,
        )

        export_activity_out.additional_properties = d
        return export_activity_out

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
