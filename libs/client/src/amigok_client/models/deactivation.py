from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Deactivation")


@_attrs_define
class Deactivation:
    reason: str
    status: Literal["deactivated"]

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason

        status = self.status

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = d.pop("reason")

        status = cast(Literal["deactivated"], d.pop("status"))
        if status != "deactivated":
            raise ValueError(f"status must match const 'deactivated', got '{status}'")

        deactivation = cls(
            reason=reason,
            status=status,
        )

        return deactivation
