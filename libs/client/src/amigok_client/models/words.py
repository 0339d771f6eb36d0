from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Words")


@_attrs_define
class Words:
    """What is told, in one language."""

    text: str
    title: str

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        title = d.pop("title")

        words = cls(
            text=text,
            title=title,
        )

        return words
