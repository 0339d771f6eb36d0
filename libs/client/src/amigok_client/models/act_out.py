from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.act_out_action import ActOutAction, check_act_out_action

T = TypeVar("T", bound="ActOut")


@_attrs_define
class ActOut:
    acted_at: datetime.datetime
    acted_by: UUID
    action: ActOutAction
    note: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        acted_at = self.acted_at.isoformat()

        acted_by = str(self.acted_by)

        action: str = self.action

        note = self.note

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "acted_at": acted_at,
                "acted_by": acted_by,
                "action": action,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        acted_at = datetime.datetime.fromisoformat(d.pop("acted_at"))

        acted_by = UUID(d.pop("acted_by"))

        action = check_act_out_action(d.pop("action"))

        note = d.pop("note")

        act_out = cls(
            acted_at=acted_at,
            acted_by=acted_by,
            action=action,
            note=note,
        )

        act_out.additional_properties = d
        return act_out

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
