from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.source_out import SourceOut


T = TypeVar("T", bound="CompletenessOut")


@_attrs_define
class CompletenessOut:
    """Everything that arrived until `complete_until` is in the facts. `waiting` events that came later are not yet.

    Where it says 10,001, they are as many or more.

    """

    archived_until: datetime.date | None
    """ The last day that is in the archive """
    complete_until: datetime.datetime
    engine: bool
    """ Whether ClickHouse answers """
    sources: list[SourceOut]
    waiting: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        archived_until: None | str
        if isinstance(self.archived_until, datetime.date):
            archived_until = self.archived_until.isoformat()
        else:
            archived_until = self.archived_until

        complete_until = self.complete_until.isoformat()

        engine = self.engine

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)

        waiting = self.waiting

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "archived_until": archived_until,
                "complete_until": complete_until,
                "engine": engine,
                "sources": sources,
                "waiting": waiting,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source_out import SourceOut  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_archived_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                archived_until_type_0 = datetime.date.fromisoformat(data)

                return archived_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        archived_until = _parse_archived_until(d.pop("archived_until"))

        complete_until = datetime.datetime.fromisoformat(d.pop("complete_until"))

        engine = d.pop("engine")

        sources = []
        _sources = d.pop("sources")
        for sources_item_data in _sources:
            sources_item = SourceOut.from_dict(sources_item_data)

            sources.append(sources_item)

        waiting = d.pop("waiting")

        completeness_out = cls(
            archived_until=archived_until,
            complete_until=complete_until,
            engine=engine,
            sources=sources,
            waiting=waiting,
        )

        completeness_out.additional_properties = d
        return completeness_out

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
