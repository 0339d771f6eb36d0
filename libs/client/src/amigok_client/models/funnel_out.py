from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.completeness import Completeness
    from ..models.step_out import StepOut


T = TypeVar("T", bound="FunnelOut")


@_attrs_define
class FunnelOut:
    """How far the people came who registered in a time, until its end."""

    as_of: datetime.datetime
    """ What happened before then is counted """
    completeness: Completeness
    """ How complete figures are. They are `stale` where the books of a service differ from them.

    Everything that arrived before `complete_until` is counted; `waiting` events that came later are not yet, where
    10,001 are as many or more. """
    explain: None | str
    """ Null where the rows are people's, whom nobody is shown """
    since: datetime.datetime
    steps: list[StepOut]
    until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        completeness = self.completeness.to_dict()

        explain: None | str
        explain = self.explain

        since = self.since.isoformat()

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "completeness": completeness,
                "explain": explain,
                "since": since,
                "steps": steps,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.completeness import Completeness  # noqa: PLC0415
        from ..models.step_out import StepOut  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        completeness = Completeness.from_dict(d.pop("completeness"))

        def _parse_explain(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explain = _parse_explain(d.pop("explain"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepOut.from_dict(steps_item_data)

            steps.append(steps_item)

        until = datetime.datetime.fromisoformat(d.pop("until"))

        funnel_out = cls(
            as_of=as_of,
            completeness=completeness,
            explain=explain,
            since=since,
            steps=steps,
            until=until,
        )

        funnel_out.additional_properties = d
        return funnel_out

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
