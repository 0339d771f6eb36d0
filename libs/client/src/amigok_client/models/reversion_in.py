from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ReversionIn")


@_attrs_define
class ReversionIn:
    """`death_id` is the report that you have read."""

    death_id: UUID
    reason: str

    def to_dict(self) -> dict[str, Any]:
        death_id = str(self.death_id)

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "death_id": death_id,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        death_id = UUID(d.pop("death_id"))

        reason = d.pop("reason")

        reversion_in = cls(
            death_id=death_id,
            reason=reason,
        )

        return reversion_in
