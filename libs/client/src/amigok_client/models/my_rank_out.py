from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.my_rank_out_parts import MyRankOutParts
    from ..models.rank_out import RankOut


T = TypeVar("T", bound="MyRankOut")


@_attrs_define
class MyRankOut:
    """An entry of yours, how its score came about, and who is just before and after it."""

    around: list[RankOut]
    computed_at: datetime.datetime
    entry_id: UUID
    livestock_id: UUID
    lost: bool
    parts: MyRankOutParts
    position: int
    rank: int | None
    value: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        around = []
        for around_item_data in self.around:
            around_item = around_item_data.to_dict()
            around.append(around_item)

        computed_at = self.computed_at.isoformat()

        entry_id = str(self.entry_id)

        livestock_id = str(self.livestock_id)

        lost = self.lost

        parts = self.parts.to_dict()

        position = self.position

        rank: int | None
        rank = self.rank

        value: None | str
        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "around": around,
                "computed_at": computed_at,
                "entry_id": entry_id,
                "livestock_id": livestock_id,
                "lost": lost,
                "parts": parts,
                "position": position,
                "rank": rank,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.my_rank_out_parts import MyRankOutParts  # noqa: PLC0415
        from ..models.rank_out import RankOut  # noqa: PLC0415

        d = dict(src_dict)
        around = []
        _around = d.pop("around")
        for around_item_data in _around:
            around_item = RankOut.from_dict(around_item_data)

            around.append(around_item)

        computed_at = datetime.datetime.fromisoformat(d.pop("computed_at"))

        entry_id = UUID(d.pop("entry_id"))

        livestock_id = UUID(d.pop("livestock_id"))

        lost = d.pop("lost")

        parts = MyRankOutParts.from_dict(d.pop("parts"))

        position = d.pop("position")

        def _parse_rank(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rank = _parse_rank(d.pop("rank"))

        def _parse_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        value = _parse_value(d.pop("value"))

        my_rank_out = cls(
            around=around,
            computed_at=computed_at,
            entry_id=entry_id,
            livestock_id=livestock_id,
            lost=lost,
            parts=parts,
            position=position,
            rank=rank,
            value=value,
        )

        my_rank_out.additional_properties = d
        return my_rank_out

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
