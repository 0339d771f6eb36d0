from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="SlotIn")


@_attrs_define
class SlotIn:
    """Who is to come, and when. It takes as long as the care service does."""

    starts_at: datetime.datetime
    """ from 2000-01-01T00:00:00Z before 2100-01-01T00:00:00Z """
    version: int
    """ The version that you have read """
    veterinarian_id: UUID

    def to_dict(self) -> dict[str, Any]:
        starts_at = self.starts_at.isoformat()

        version = self.version

        veterinarian_id = str(self.veterinarian_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "starts_at": starts_at,
                "version": version,
                "veterinarian_id": veterinarian_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        version = d.pop("version")

        veterinarian_id = UUID(d.pop("veterinarian_id"))

        slot_in = cls(
            starts_at=starts_at,
            version=version,
            veterinarian_id=veterinarian_id,
        )

        return slot_in
