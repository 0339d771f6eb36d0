from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MyChallengeOut")


@_attrs_define
class MyChallengeOut:
    """A challenge and, once you have joined it, how far you have come: `have` of `need`."""

    coins: int
    completed_at: datetime.datetime | None
    description: str
    ends_on: datetime.date
    have: int
    id: UUID
    joined_at: datetime.datetime | None
    name: str
    need: int
    starts_on: datetime.date
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        coins = self.coins

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        description = self.description

        ends_on = self.ends_on.isoformat()

        have = self.have

        id = str(self.id)

        joined_at: None | str
        if isinstance(self.joined_at, datetime.datetime):
            joined_at = self.joined_at.isoformat()
        else:
            joined_at = self.joined_at

        name = self.name

        need = self.need

        starts_on = self.starts_on.isoformat()

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "coins": coins,
                "completed_at": completed_at,
                "description": description,
                "ends_on": ends_on,
                "have": have,
                "id": id,
                "joined_at": joined_at,
                "name": name,
                "need": need,
                "starts_on": starts_on,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        coins = d.pop("coins")

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        description = d.pop("description")

        ends_on = datetime.date.fromisoformat(d.pop("ends_on"))

        have = d.pop("have")

        id = UUID(d.pop("id"))

        def _parse_joined_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                joined_at_type_0 = datetime.datetime.fromisoformat(data)

                return joined_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        joined_at = _parse_joined_at(d.pop("joined_at"))

        name = d.pop("name")

        need = d.pop("need")

        starts_on = datetime.date.fromisoformat(d.pop("starts_on"))

        xp = d.pop("xp")

        my_challenge_out = cls(
            coins=coins,
            completed_at=completed_at,
            description=description,
            ends_on=ends_on,
            have=have,
            id=id,
            joined_at=joined_at,
            name=name,
            need=need,
            starts_on=starts_on,
            xp=xp,
        )

        my_challenge_out.additional_properties = d
        return my_challenge_out

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
