from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CareEndIn")


@_attrs_define
class CareEndIn:
    """Why it ends; for the audit log."""

    note: str
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        note = self.note

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "note": note,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        note = d.pop("note")

        version = d.pop("version")

        care_end_in = cls(
            note=note,
            version=version,
        )

        return care_end_in
