from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SeenOfferIn")


@_attrs_define
class SeenOfferIn:
    """The version of the offer that you have read, and with it its amount."""

    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        seen_offer_in = cls(
            version=version,
        )

        return seen_offer_in
