from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReadUpToIn")


@_attrs_define
class ReadUpToIn:
    """The newest notice that you have seen: those that came later stay unread."""

    last_id: UUID

    def to_dict(self) -> dict[str, Any]:
        last_id = str(self.last_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "last_id": last_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        last_id = UUID(d.pop("last_id"))

        read_up_to_in = cls(
            last_id=last_id,
        )

        return read_up_to_in
