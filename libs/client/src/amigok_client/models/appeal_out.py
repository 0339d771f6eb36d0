from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.appeal_out_state import AppealOutState, check_appeal_out_state

T = TypeVar("T", bound="AppealOut")


@_attrs_define
class AppealOut:
    """An appeal, and what was decided."""

    contest_id: UUID
    decided_at: datetime.datetime | None
    entry_id: UUID
    filed_at: datetime.datetime
    id: UUID
    reason: None | str
    result_number: int
    state: AppealOutState
    text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contest_id = str(self.contest_id)

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        entry_id = str(self.entry_id)

        filed_at = self.filed_at.isoformat()

        id = str(self.id)

        reason: None | str
        reason = self.reason

        result_number = self.result_number

        state: str = self.state

        text = self.text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contest_id": contest_id,
                "decided_at": decided_at,
                "entry_id": entry_id,
                "filed_at": filed_at,
                "id": id,
                "reason": reason,
                "result_number": result_number,
                "state": state,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contest_id = UUID(d.pop("contest_id"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        entry_id = UUID(d.pop("entry_id"))

        filed_at = datetime.datetime.fromisoformat(d.pop("filed_at"))

        id = UUID(d.pop("id"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        result_number = d.pop("result_number")

        state = check_appeal_out_state(d.pop("state"))

        text = d.pop("text")

        appeal_out = cls(
            contest_id=contest_id,
            decided_at=decided_at,
            entry_id=entry_id,
            filed_at=filed_at,
            id=id,
            reason=reason,
            result_number=result_number,
            state=state,
            text=text,
        )

        appeal_out.additional_properties = d
        return appeal_out

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
