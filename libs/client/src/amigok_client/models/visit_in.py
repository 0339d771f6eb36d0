from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="VisitIn")


@_attrs_define
class VisitIn:
    """Who is to come, and when. Without a veterinarian the nearest who is free; without both, as soon as they can.

    A veterinarian without a time is only named: they may quote, and the time is set later.

    """

    version: int
    """ The version that you have read """
    starts_at: datetime.datetime | None | Unset = UNSET
    veterinarian_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        elif isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        veterinarian_id: None | str | Unset
        if isinstance(self.veterinarian_id, Unset):
            veterinarian_id = UNSET
        elif isinstance(self.veterinarian_id, UUID):
            veterinarian_id = str(self.veterinarian_id)
        else:
            veterinarian_id = self.veterinarian_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
            }
        )
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at
        if veterinarian_id is not UNSET:
            field_dict["veterinarian_id"] = veterinarian_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        def _parse_starts_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        starts_at = _parse_starts_at(d.pop("starts_at", UNSET))

        def _parse_veterinarian_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                veterinarian_id_type_0 = UUID(data)

                return veterinarian_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        veterinarian_id = _parse_veterinarian_id(d.pop("veterinarian_id", UNSET))

        visit_in = cls(
            version=version,
            starts_at=starts_at,
            veterinarian_id=veterinarian_id,
        )

        return visit_in
