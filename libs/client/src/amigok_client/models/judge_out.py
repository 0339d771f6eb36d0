from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.judge_out_state import JudgeOutState, check_judge_out_state

T = TypeVar("T", bound="JudgeOut")


@_attrs_define
class JudgeOut:
    """A judge of a contest, as administrators see them."""

    answered_at: datetime.datetime | None
    contest_id: UUID
    id: UUID
    invited_at: datetime.datetime
    number: int
    """ Stands for them in public """
    state: JudgeOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        contest_id = str(self.contest_id)

        id = str(self.id)

        invited_at = self.invited_at.isoformat()

        number = self.number

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answered_at": answered_at,
                "contest_id": contest_id,
                "id": id,
                "invited_at": invited_at,
                "number": number,
                "state": state,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        contest_id = UUID(d.pop("contest_id"))

        id = UUID(d.pop("id"))

        invited_at = datetime.datetime.fromisoformat(d.pop("invited_at"))

        number = d.pop("number")

        state = check_judge_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        judge_out = cls(
            answered_at=answered_at,
            contest_id=contest_id,
            id=id,
            invited_at=invited_at,
            number=number,
            state=state,
            user_id=user_id,
        )

        judge_out.additional_properties = d
        return judge_out

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
