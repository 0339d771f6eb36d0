from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.segment import Segment
    from ..models.texts import Texts


T = TypeVar("T", bound="AnnouncementIn")


@_attrs_define
class AnnouncementIn:
    """What is to be told to whom."""

    segment: Segment
    """ Who is told: active users for whom everything holds that is named; without anything, all of them. """
    texts: Texts
    """ The same in every language. """

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment.to_dict()

        texts = self.texts.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "texts": texts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.segment import Segment  # noqa: PLC0415
        from ..models.texts import Texts  # noqa: PLC0415

        d = dict(src_dict)
        segment = Segment.from_dict(d.pop("segment"))

        texts = Texts.from_dict(d.pop("texts"))

        announcement_in = cls(
            segment=segment,
            texts=texts,
        )

        return announcement_in
