from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="VerdictIn")


@_attrs_define
class VerdictIn:
    """Whether a reported review is hidden, and why; a hidden one may be shown again."""

    hidden: bool
    reason: str

    def to_dict(self) -> dict[str, Any]:
        hidden = self.hidden

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "hidden": hidden,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        hidden = d.pop("hidden")

        reason = d.pop("reason")

        verdict_in = cls(
            hidden=hidden,
            reason=reason,
        )

        return verdict_in
