from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="UserIn")


@_attrs_define
class UserIn:
    """All that an administrator edits. `version` is the version of the user that was shown."""

    full_name: None | str
    notes: None | str
    version: int

    def to_dict(self) -> dict[str, Any]:
        full_name: None | str
        full_name = self.full_name

        notes: None | str
        notes = self.notes

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "full_name": full_name,
                "notes": notes,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_full_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        full_name = _parse_full_name(d.pop("full_name"))

        def _parse_notes(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notes = _parse_notes(d.pop("notes"))

        version = d.pop("version")

        user_in = cls(
            full_name=full_name,
            notes=notes,
            version=version,
        )

        return user_in
