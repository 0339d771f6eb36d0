from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="OrderReviewIn")


@_attrs_define
class OrderReviewIn:
    """Stars and words about the other side."""

    rating: int
    text: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        rating = self.rating

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "rating": rating,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        rating = d.pop("rating")

        text = d.pop("text", UNSET)

        order_review_in = cls(
            rating=rating,
            text=text,
        )

        return order_review_in
