from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RankOut")


@_attrs_define
class RankOut:
    """An entry and its rank; null while the facts do not suffice. `position` counts on where ranks are shared.

    `lost`: whoever entered the animal has lost it, and nothing counts any more for it. Which animal it is, its owner
    is told: with the result file everybody would know what was paid for it.

    """

    computed_at: datetime.datetime
    entry_id: UUID
    lost: bool
    position: int
    rank: int | None
    value: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        computed_at = self.computed_at.isoformat()

        entry_id = str(self.entry_id)

        lost = self.lost

        position = self.position

        rank: int | None
        rank = self.rank

        value: None | str
        value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "computed_at": computed_at,
                "entry_id": entry_id,
                "lost": lost,
                "position": position,
                "rank": rank,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        computed_at = datetime.datetime.fromisoformat(d.pop("computed_at"))

        entry_id = UUID(d.pop("entry_id"))

        lost = d.pop("lost")

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

        rank_out = cls(
            computed_at=computed_at,
            entry_id=entry_id,
            lost=lost,
            position=position,
            rank=rank,
            value=value,
        )

        rank_out.additional_properties = d
        return rank_out

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
