from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="AppealIn")


@_attrs_define
class AppealIn:
    """What is wrong with the result, for an entry of yours."""

    entry_id: UUID
    text: str

    def to_dict(self) -> dict[str, Any]:
        entry_id = str(self.entry_id)

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "entry_id": entry_id,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        entry_id = UUID(d.pop("entry_id"))

        text = d.pop("text")

        appeal_in = cls(
            entry_id=entry_id,
            text=text,
        )

        return appeal_in
