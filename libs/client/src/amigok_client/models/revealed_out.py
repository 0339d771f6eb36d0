from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.revealed_out_marks import RevealedOutMarks
    from ..models.revealed_out_set_aside import RevealedOutSetAside


T = TypeVar("T", bound="RevealedOut")


@_attrs_define
class RevealedOut:
    """A judge's marks, by the blind numbers of the entries."""

    judge: int
    marks: RevealedOutMarks
    set_aside: RevealedOutSetAside
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        judge = self.judge

        marks = self.marks.to_dict()

        set_aside = self.set_aside.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "judge": judge,
                "marks": marks,
                "set_aside": set_aside,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.revealed_out_marks import RevealedOutMarks  # noqa: PLC0415
        from ..models.revealed_out_set_aside import RevealedOutSetAside  # noqa: PLC0415

        d = dict(src_dict)
        judge = d.pop("judge")

        marks = RevealedOutMarks.from_dict(d.pop("marks"))

        set_aside = RevealedOutSetAside.from_dict(d.pop("set_aside"))

        revealed_out = cls(
            judge=judge,
            marks=marks,
            set_aside=set_aside,
        )

        revealed_out.additional_properties = d
        return revealed_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
