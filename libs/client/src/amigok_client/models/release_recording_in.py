from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReleaseRecordingIn")


@_attrs_define
class ReleaseRecordingIn:
    """For which of the animals in the recording: the one that is to be sold."""

    livestock_id: UUID

    def to_dict(self) -> dict[str, Any]:
        livestock_id = str(self.livestock_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "livestock_id": livestock_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        livestock_id = UUID(d.pop("livestock_id"))

        release_recording_in = cls(
            livestock_id=livestock_id,
        )

        return release_recording_in
