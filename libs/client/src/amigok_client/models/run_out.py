from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.run_out_format import RunOutFormat, check_run_out_format
from ..models.run_out_state import RunOutState, check_run_out_state

T = TypeVar("T", bound="RunOut")


@_attrs_define
class RunOut:
    """A run: `rows_done` of `rows_total` are written; that is null until they are counted.

    `as_of` is up to when facts are in it; it is `stale` where the books of a service differed from them.

    """

    as_of: datetime.datetime | None
    bytes_: int | None
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    format_: RunOutFormat
    id: UUID
    kept_until: datetime.datetime | None
    name: str
    reason: None | str
    report_id: UUID
    rows_done: int
    rows_total: int | None
    scheduled: bool
    stale: bool | None
    state: RunOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of: None | str
        if isinstance(self.as_of, datetime.datetime):
            as_of = self.as_of.isoformat()
        else:
            as_of = self.as_of

        bytes_: int | None
        bytes_ = self.bytes_

        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        format_: str = self.format_

        id = str(self.id)

        kept_until: None | str
        if isinstance(self.kept_until, datetime.datetime):
            kept_until = self.kept_until.isoformat()
        else:
            kept_until = self.kept_until

        name = self.name

        reason: None | str
        reason = self.reason

        report_id = str(self.report_id)

        rows_done = self.rows_done

        rows_total: int | None
        rows_total = self.rows_total

        scheduled = self.scheduled

        stale: bool | None
        stale = self.stale

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "bytes": bytes_,
                "created_at": created_at,
                "ended_at": ended_at,
                "format": format_,
                "id": id,
                "kept_until": kept_until,
                "name": name,
                "reason": reason,
                "report_id": report_id,
                "rows_done": rows_done,
                "rows_total": rows_total,
                "scheduled": scheduled,
                "stale": stale,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_as_of(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_of_type_0 = datetime.datetime.fromisoformat(data)

                return as_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        as_of = _parse_as_of(d.pop("as_of"))

        def _parse_bytes_(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        bytes_ = _parse_bytes_(d.pop("bytes"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        format_ = check_run_out_format(d.pop("format"))

        id = UUID(d.pop("id"))

        def _parse_kept_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kept_until_type_0 = datetime.datetime.fromisoformat(data)

                return kept_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        kept_until = _parse_kept_until(d.pop("kept_until"))

        name = d.pop("name")

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        report_id = UUID(d.pop("report_id"))

        rows_done = d.pop("rows_done")

        def _parse_rows_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        rows_total = _parse_rows_total(d.pop("rows_total"))

        scheduled = d.pop("scheduled")

        def _parse_stale(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        stale = _parse_stale(d.pop("stale"))

        state = check_run_out_state(d.pop("state"))

        run_out = cls(
            as_of=as_of,
            bytes_=bytes_,
            created_at=created_at,
            ended_at=ended_at,
            format_=format_,
            id=id,
            kept_until=kept_until,
            name=name,
            reason=reason,
            report_id=report_id,
            rows_done=rows_done,
            rows_total=rows_total,
            scheduled=scheduled,
            stale=stale,
            state=state,
        )

        run_out.additional_properties = d
        return run_out

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
