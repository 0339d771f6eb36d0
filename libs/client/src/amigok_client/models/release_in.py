from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ReleaseIn")


@_attrs_define
class ReleaseIn:
    """A time that was yours, of all cameras that show the animal or of one."""

    begins_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    ends_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    camera_id: None | Unset | UUID = UNSET
    """ Only what this camera recorded """

    def to_dict(self) -> dict[str, Any]:
        begins_at = self.begins_at.isoformat()

        ends_at = self.ends_at.isoformat()

        camera_id: None | str | Unset
        if isinstance(self.camera_id, Unset):
            camera_id = UNSET
        elif isinstance(self.camera_id, UUID):
            camera_id = str(self.camera_id)
        else:
            camera_id = self.camera_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "begins_at": begins_at,
                "ends_at": ends_at,
            }
        )
        if camera_id is not UNSET:
            field_dict["camera_id"] = camera_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        begins_at = datetime.datetime.fromisoformat(d.pop("begins_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        def _parse_camera_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                camera_id_type_0 = UUID(data)

                return camera_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        camera_id = _parse_camera_id(d.pop("camera_id", UNSET))

        release_in = cls(
            begins_at=begins_at,
            ends_at=ends_at,
            camera_id=camera_id,
        )

        return release_in
