from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="EntryIn")


@_attrs_define
class EntryIn:
    """An animal of yours, and the version of the contest that you have seen: you agree to its rules and its fee."""

    contest_version: int
    """ The version that you have read """
    livestock_id: UUID

    def to_dict(self) -> dict[str, Any]:
        contest_version = self.contest_version

        livestock_id = str(self.livestock_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contest_version": contest_version,
                "livestock_id": livestock_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contest_version = d.pop("contest_version")

        livestock_id = UUID(d.pop("livestock_id"))

        entry_in = cls(
            contest_version=contest_version,
            livestock_id=livestock_id,
        )

        return entry_in
