from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.heard_out import HeardOut


T = TypeVar("T", bound="Completeness")


@_attrs_define
class Completeness:
    """How complete figures are. They are `stale` where the books of a service differ from them.

    Everything that arrived before `complete_until` is counted; `waiting` events that came later are not yet, where
    10,001 are as many or more.

    """

    complete_until: datetime.datetime
    sources: list[HeardOut]
    stale: bool
    waiting: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        complete_until = self.complete_until.isoformat()

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)

        stale = self.stale

        waiting = self.waiting

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "complete_until": complete_until,
                "sources": sources,
                "stale": stale,
                "waiting": waiting,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.heard_out import HeardOut  # noqa: PLC0415

        d = dict(src_dict)
        complete_until = datetime.datetime.fromisoformat(d.pop("complete_until"))

        sources = []
        _sources = d.pop("sources")
        for sources_item_data in _sources:
            sources_item = HeardOut.from_dict(sources_item_data)

            sources.append(sources_item)

        stale = d.pop("stale")

        waiting = d.pop("waiting")

        completeness = cls(
            complete_until=complete_until,
            sources=sources,
            stale=stale,
            waiting=waiting,
        )

        completeness.additional_properties = d
        return completeness

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
