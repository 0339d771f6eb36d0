from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.report_out_format import ReportOutFormat, check_report_out_format

if TYPE_CHECKING:
    from ..models.report_query import ReportQuery
    from ..models.schedule import Schedule


T = TypeVar("T", bound="ReportOut")


@_attrs_define
class ReportOut:
    """A saved report. It is made next at `next_at`."""

    created_at: datetime.datetime
    format_: ReportOutFormat
    id: UUID
    name: str
    next_at: datetime.datetime | None
    query: ReportQuery
    """ What a report asks for: measures of one data set by dimensions, of rows that filters choose.

    The time is `last_days` whole days up to today, or from `since` until before `until`. Sums of money are always
    by
    currency. """
    schedule: None | Schedule
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.schedule import Schedule  # noqa: PLC0415

        created_at = self.created_at.isoformat()

        format_: str = self.format_

        id = str(self.id)

        name = self.name

        next_at: None | str
        if isinstance(self.next_at, datetime.datetime):
            next_at = self.next_at.isoformat()
        else:
            next_at = self.next_at

        query = self.query.to_dict()

        schedule: dict[str, Any] | None
        if isinstance(self.schedule, Schedule):
            schedule = self.schedule.to_dict()
        else:
            schedule = self.schedule

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "format": format_,
                "id": id,
                "name": name,
                "next_at": next_at,
                "query": query,
                "schedule": schedule,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report_query import ReportQuery  # noqa: PLC0415
        from ..models.schedule import Schedule  # noqa: PLC0415

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        format_ = check_report_out_format(d.pop("format"))

        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_next_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_at = _parse_next_at(d.pop("next_at"))

        query = ReportQuery.from_dict(d.pop("query"))

        def _parse_schedule(data: object) -> None | Schedule:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                schedule_type_0 = Schedule.from_dict(data)

                return schedule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Schedule, data)

        schedule = _parse_schedule(d.pop("schedule"))

        version = d.pop("version")

        report_out = cls(
            created_at=created_at,
            format_=format_,
            id=id,
            name=name,
            next_at=next_at,
            query=query,
            schedule=schedule,
            version=version,
        )

        report_out.additional_properties = d
        return report_out

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
