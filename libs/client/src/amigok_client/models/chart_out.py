from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.chart_out_resolution import ChartOutResolution, check_chart_out_resolution

if TYPE_CHECKING:
    from ..models.point import Point


T = TypeVar("T", bound="ChartOut")


@_attrs_define
class ChartOut:
    """What a sensor measured, oldest first. `since`: nothing from before is shown to you.

    `next_from` is null unless there are more readings: ask again from there.

    """

    next_from: datetime.datetime | None
    """ From when on to ask for the rest """
    points: list[Point]
    resolution: ChartOutResolution
    sensor_id: UUID
    since: datetime.datetime | None
    unit: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        next_from: None | str
        if isinstance(self.next_from, datetime.datetime):
            next_from = self.next_from.isoformat()
        else:
            next_from = self.next_from

        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        resolution: str = self.resolution

        sensor_id = str(self.sensor_id)

        since: None | str
        if isinstance(self.since, datetime.datetime):
            since = self.since.isoformat()
        else:
            since = self.since

        unit = self.unit

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "next_from": next_from,
                "points": points,
                "resolution": resolution,
                "sensor_id": sensor_id,
                "since": since,
                "unit": unit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.point import Point  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_next_from(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_from_type_0 = datetime.datetime.fromisoformat(data)

                return next_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_from = _parse_next_from(d.pop("next_from"))

        points = []
        _points = d.pop("points")
        for points_item_data in _points:
            points_item = Point.from_dict(points_item_data)

            points.append(points_item)

        resolution = check_chart_out_resolution(d.pop("resolution"))

        sensor_id = UUID(d.pop("sensor_id"))

        def _parse_since(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.datetime.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        since = _parse_since(d.pop("since"))

        unit = d.pop("unit")

        chart_out = cls(
            next_from=next_from,
            points=points,
            resolution=resolution,
            sensor_id=sensor_id,
            since=since,
            unit=unit,
        )

        chart_out.additional_properties = d
        return chart_out

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
