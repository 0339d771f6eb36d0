from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="HandOverIn")


@_attrs_define
class HandOverIn:
    """To whom a visit goes; without one to the nearest who is free then."""

    version: int
    """ The version that you have read """
    veterinarian_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        version = self.version

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
        if veterinarian_id is not UNSET:
            field_dict["veterinarian_id"] = veterinarian_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

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

        hand_over_in = cls(
            version=version,
            veterinarian_id=veterinarian_id,
        )

        return hand_over_in
