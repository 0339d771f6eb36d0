from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.reveal_step_in_marks import RevealStepInMarks


T = TypeVar("T", bound="RevealStepIn")


@_attrs_define
class RevealStepIn:
    """The second step."""

    marks: RevealStepInMarks
    nonce: str
    step: Literal["reveal"]

    def to_dict(self) -> dict[str, Any]:
        marks = self.marks.to_dict()

        nonce = self.nonce

        step = self.step

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "marks": marks,
                "nonce": nonce,
                "step": step,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.reveal_step_in_marks import RevealStepInMarks  # noqa: PLC0415

        d = dict(src_dict)
        marks = RevealStepInMarks.from_dict(d.pop("marks"))

        nonce = d.pop("nonce")

        step = cast(Literal["reveal"], d.pop("step"))
        if step != "reveal":
            raise ValueError(f"step must match const 'reveal', got '{step}'")

        reveal_step_in = cls(
            marks=marks,
            nonce=nonce,
            step=step,
        )

        return reveal_step_in
