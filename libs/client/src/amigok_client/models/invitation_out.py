from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_out_state import InvitationOutState, check_invitation_out_state

T = TypeVar("T", bound="InvitationOut")


@_attrs_define
class InvitationOut:
    """A contest that you are asked to judge."""

    commit_until: datetime.datetime
    contest_id: UUID
    id: UUID
    reveal_until: datetime.datetime
    state: InvitationOutState
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        commit_until = self.commit_until.isoformat()

        contest_id = str(self.contest_id)

        id = str(self.id)

        reveal_until = self.reveal_until.isoformat()

        state: str = self.state

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "commit_until": commit_until,
                "contest_id": contest_id,
                "id": id,
                "reveal_until": reveal_until,
                "state": state,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        commit_until = datetime.datetime.fromisoformat(d.pop("commit_until"))

        contest_id = UUID(d.pop("contest_id"))

        id = UUID(d.pop("id"))

        reveal_until = datetime.datetime.fromisoformat(d.pop("reveal_until"))

        state = check_invitation_out_state(d.pop("state"))

        title = d.pop("title")

        invitation_out = cls(
            commit_until=commit_until,
            contest_id=contest_id,
            id=id,
            reveal_until=reveal_until,
            state=state,
            title=title,
        )

        invitation_out.additional_properties = d
        return invitation_out

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
