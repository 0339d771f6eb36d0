from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.cancel_in_when import CancelInWhen, check_cancel_in_when

T = TypeVar("T", bound="CancelIn")


@_attrs_define
class CancelIn:
    """When it ends. What was fed until then is paid, and the rest is yours again."""

    version: int
    """ The version that you have read """
    when: CancelInWhen

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        when: str = self.when

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
                "when": when,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        when = check_cancel_in_when(d.pop("when"))

        cancel_in = cls(
            version=version,
            when=when,
        )

        return cancel_in
