from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.report_in_format import ReportInFormat, check_report_in_format
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.report_query import ReportQuery
    from ..models.schedule import Schedule


T = TypeVar("T", bound="ReportIn")


@_attrs_define
class ReportIn:
    """A report to be saved. With a schedule it is made by itself, and its owner is told."""

    name: str
    query: ReportQuery
    """ What a report asks for: measures of one data set by dimensions, of rows that filters choose.

    The time is `last_days` whole days up to today, or from `since` until before `until`. Sums of money are always
    by
    currency. """
    format_: ReportInFormat | Unset = "csv"
    schedule: None | Schedule | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.schedule import Schedule  # noqa: PLC0415

        name = self.name

        query = self.query.to_dict()

        format_: str | Unset = UNSET
        if not isinstance(self.format_, Unset):
            format_ = self.format_

        schedule: dict[str, Any] | None | Unset
        if isinstance(self.schedule, Unset):
            schedule = UNSET
        elif isinstance(self.schedule, Schedule):
            schedule = self.schedule.to_dict()
        else:
            schedule = self.schedule

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "query": query,
            }
        )
        if format_ is not UNSET:
            field_dict["format"] = format_
        if schedule is not UNSET:
            field_dict["schedule"] = schedule

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report_query import ReportQuery  # noqa: PLC0415
        from ..models.schedule import Schedule  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        query = ReportQuery.from_dict(d.pop("query"))

        _format_ = d.pop("format", UNSET)
        format_: ReportInFormat | Unset
        if isinstance(_format_, Unset):
            format_ = UNSET
        else:
            format_ = check_report_in_format(_format_)

        def _parse_schedule(data: object) -> None | Schedule | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                schedule_type_0 = Schedule.from_dict(data)

                return schedule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Schedule | Unset, data)

        schedule = _parse_schedule(d.pop("schedule", UNSET))

        report_in = cls(
            name=name,
            query=query,
            format_=format_,
            schedule=schedule,
        )

        return report_in
