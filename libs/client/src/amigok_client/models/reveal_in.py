from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.reveal_in_marks import RevealInMarks


T = TypeVar("T", bound="RevealIn")


@_attrs_define
class RevealIn:
    """The nonce, and all your marks: by position in your list of entries, then by criterion.

    An entry without a conflict of interest needs a mark in each criterion.

    """

    marks: RevealInMarks
    nonce: str

    def to_dict(self) -> dict[str, Any]:
        marks = self.marks.to_dict()

        nonce = self.nonce

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "marks": marks,
                "nonce": nonce,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reveal_in_marks import RevealInMarks  # noqa: PLC0415

        d = dict(src_dict)
        marks = RevealInMarks.from_dict(d.pop("marks"))

        nonce = d.pop("nonce")

        reveal_in = cls(
            marks=marks,
            nonce=nonce,
        )

        return reveal_in
