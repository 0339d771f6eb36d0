from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.reveal_in_marks import RevealInMarks


T = TypeVar("T", bound="RevealIn")


@_attrs_define
class RevealIn:
    """The nonce, and all your marks: by position in your list of entries, then by criterion."""

    marks: RevealInMarks
    nonce: str
    step: Literal["reveal"] | Unset = "reveal"

    def to_dict(self) -> dict[str, Any]:
        marks = self.marks.to_dict()

        nonce = self.nonce

        step = self.step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "marks": marks,
                "nonce": nonce,
            }
        )
        if step is not UNSET:
            field_dict["step"] = step

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reveal_in_marks import RevealInMarks  # noqa: PLC0415

        d = dict(src_dict)
        marks = RevealInMarks.from_dict(d.pop("marks"))

        nonce = d.pop("nonce")

        step = cast(Literal["reveal"] | Unset, d.pop("step", UNSET))
        if step != "reveal" and not isinstance(step, Unset):
            raise ValueError(f"step must match const 'reveal', got '{step}'")

        reveal_in = cls(
            marks=marks,
            nonce=nonce,
            step=step,
        )

        return reveal_in
