from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.completeness import Completeness
    from ..models.month_out import MonthOut


T = TypeVar("T", bound="RetentionOut")


@_attrs_define
class RetentionOut:
    """Who came back, by the month of registration."""

    as_of: datetime.datetime
    """ What happened before then is counted """
    cohorts: list[MonthOut]
    completeness: Completeness
    """ How complete figures are. They are `stale` where the books of a service differ from them.

    Everything that arrived before `complete_until` is counted; `waiting` events that came later are not yet, where
    10,001 are as many or more. """
    explain: None | str
    """ Null where the rows are people's, whom nobody is shown """
    since: datetime.datetime
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        cohorts = []
        for cohorts_item_data in self.cohorts:
            cohorts_item = cohorts_item_data.to_dict()
            cohorts.append(cohorts_item)

        completeness = self.completeness.to_dict()

        explain: None | str
        explain = self.explain

        since = self.since.isoformat()

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "cohorts": cohorts,
                "completeness": completeness,
                "explain": explain,
                "since": since,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.completeness import Completeness  # noqa: PLC0415
        from ..models.month_out import MonthOut  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        cohorts = []
        _cohorts = d.pop("cohorts")
        for cohorts_item_data in _cohorts:
            cohorts_item = MonthOut.from_dict(cohorts_item_data)

            cohorts.append(cohorts_item)

        completeness = Completeness.from_dict(d.pop("completeness"))

        def _parse_explain(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explain = _parse_explain(d.pop("explain"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        retention_out = cls(
            as_of=as_of,
            cohorts=cohorts,
            completeness=completeness,
            explain=explain,
            since=since,
            until=until,
        )

        retention_out.additional_properties = d
        return retention_out

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
