from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.judge_details_state import JudgeDetailsState, check_judge_details_state

if TYPE_CHECKING:
    from ..models.conflict_out import ConflictOut


T = TypeVar("T", bound="JudgeDetails")


@_attrs_define
class JudgeDetails:
    """A judge with their conflicts of interest."""

    answered_at: datetime.datetime | None
    conflicts: list[ConflictOut]
    contest_id: UUID
    id: UUID
    invited_at: datetime.datetime
    number: int
    """ Stands for them in public """
    state: JudgeDetailsState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        conflicts = []
        for conflicts_item_data in self.conflicts:
            conflicts_item = conflicts_item_data.to_dict()
            conflicts.append(conflicts_item)

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
                "conflicts": conflicts,
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
        from ..models.conflict_out import ConflictOut  # noqa: PLC0415

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

        conflicts = []
        _conflicts = d.pop("conflicts")
        for conflicts_item_data in _conflicts:
            conflicts_item = ConflictOut.from_dict(conflicts_item_data)

            conflicts.append(conflicts_item)

        contest_id = UUID(d.pop("contest_id"))

        id = UUID(d.pop("id"))

        invited_at = datetime.datetime.fromisoformat(d.pop("invited_at"))

        number = d.pop("number")

        state = check_judge_details_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        judge_details = cls(
            answered_at=answered_at,
            conflicts=conflicts,
            contest_id=contest_id,
            id=id,
            invited_at=invited_at,
            number=number,
            state=state,
            user_id=user_id,
        )

        judge_details.additional_properties = d
        return judge_details

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
