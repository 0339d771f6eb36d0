from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.result_out_cause import ResultOutCause, check_result_out_cause

T = TypeVar("T", bound="ResultOut")


@_attrs_define
class ResultOut:
    """A result of a contest. Its head stands for all of its file; a corrected result names the head before it."""

    cause: ResultOutCause
    contest_id: UUID
    head: str
    made_at: datetime.datetime
    number: int
    previous_head: None | str
    records: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        cause: str = self.cause

        contest_id = str(self.contest_id)

        head = self.head

        made_at = self.made_at.isoformat()

        number = self.number

        previous_head: None | str
        previous_head = self.previous_head

        records = self.records

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "cause": cause,
                "contest_id": contest_id,
                "head": head,
                "made_at": made_at,
                "number": number,
                "previous_head": previous_head,
                "records": records,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        cause = check_result_out_cause(d.pop("cause"))

        contest_id = UUID(d.pop("contest_id"))

        head = d.pop("head")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        number = d.pop("number")

        def _parse_previous_head(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        previous_head = _parse_previous_head(d.pop("previous_head"))

        records = d.pop("records")

        result_out = cls(
            cause=cause,
            contest_id=contest_id,
            head=head,
            made_at=made_at,
            number=number,
            previous_head=previous_head,
            records=records,
        )

        result_out.additional_properties = d
        return result_out

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
