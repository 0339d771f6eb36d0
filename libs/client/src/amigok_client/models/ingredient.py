from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="Ingredient")


@_attrs_define
class Ingredient:
    """An ingredient and its share of the ration, in percent of its mass."""

    name: str
    share_percent: float | str

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        share_percent: float | str
        share_percent = self.share_percent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "share_percent": share_percent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_share_percent(data: object) -> float | str:
            return cast(float | str, data)

        share_percent = _parse_share_percent(d.pop("share_percent"))

        ingredient = cls(
            name=name,
            share_percent=share_percent,
        )

        return ingredient
