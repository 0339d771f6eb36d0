from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="FeaturedIn")


@_attrs_define
class FeaturedIn:
    """Whether the market shows a listing before others."""

    featured: bool

    def to_dict(self) -> dict[str, Any]:
        featured = self.featured

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "featured": featured,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        featured = d.pop("featured")

        featured_in = cls(
            featured=featured,
        )

        return featured_in
