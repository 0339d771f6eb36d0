from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StreamReviewIn")


@_attrs_define
class StreamReviewIn:
    """What you have decided about what was kept in the equipment."""

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

        stream_review_in = cls(
            note=note,
            version=version,
        )

        return stream_review_in
