from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MyAchievementOut")


@_attrs_define
class MyAchievementOut:
    """An achievement and how far you have come: `have` of `need`. Once granted it is yours for good."""

    coins: int
    description: str
    granted_at: datetime.datetime | None
    have: int
    id: UUID
    name: str
    need: int
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        coins = self.coins

        description = self.description

        granted_at: None | str
        if isinstance(self.granted_at, datetime.datetime):
            granted_at = self.granted_at.isoformat()
        else:
            granted_at = self.granted_at

        have = self.have

        id = str(self.id)

        name = self.name

        need = self.need

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "coins": coins,
                "description": description,
                "granted_at": granted_at,
                "have": have,
                "id": id,
                "name": name,
                "need": need,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        coins = d.pop("coins")

        description = d.pop("description")

        def _parse_granted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                granted_at_type_0 = datetime.datetime.fromisoformat(data)

                return granted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        granted_at = _parse_granted_at(d.pop("granted_at"))

        have = d.pop("have")

        id = UUID(d.pop("id"))

        name = d.pop("name")

        need = d.pop("need")

        xp = d.pop("xp")

        my_achievement_out = cls(
            coins=coins,
            description=description,
            granted_at=granted_at,
            have=have,
            id=id,
            name=name,
            need=need,
            xp=xp,
        )

        my_achievement_out.additional_properties = d
        return my_achievement_out

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
