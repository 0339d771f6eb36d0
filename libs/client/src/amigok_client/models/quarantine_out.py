from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="QuarantineOut")


@_attrs_define
class QuarantineOut:
    """A farm's quarantine. It lasts while `ended_at` is null."""

    end_note: None | str
    ended_at: datetime.datetime | None
    ended_by: None | UUID
    farm_id: UUID
    id: UUID
    note: str
    started_at: datetime.datetime
    started_by: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        end_note: None | str
        end_note = self.end_note

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        ended_by: None | str
        if isinstance(self.ended_by, UUID):
            ended_by = str(self.ended_by)
        else:
            ended_by = self.ended_by

        farm_id = str(self.farm_id)

        id = str(self.id)

        note = self.note

        started_at = self.started_at.isoformat()

        started_by = str(self.started_by)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "end_note": end_note,
                "ended_at": ended_at,
                "ended_by": ended_by,
                "farm_id": farm_id,
                "id": id,
                "note": note,
                "started_at": started_at,
                "started_by": started_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_end_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        end_note = _parse_end_note(d.pop("end_note"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_ended_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_by_type_0 = UUID(data)

                return ended_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        ended_by = _parse_ended_by(d.pop("ended_by"))

        farm_id = UUID(d.pop("farm_id"))

        id = UUID(d.pop("id"))

        note = d.pop("note")

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        started_by = UUID(d.pop("started_by"))

        quarantine_out = cls(
            end_note=end_note,
            ended_at=ended_at,
            ended_by=ended_by,
            farm_id=farm_id,
            id=id,
            note=note,
            started_at=started_at,
            started_by=started_by,
        )

        quarantine_out.additional_properties = d
        return quarantine_out

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
