from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.takedown_out_state import TakedownOutState, check_takedown_out_state

T = TypeVar("T", bound="TakedownOut")


@_attrs_define
class TakedownOut:
    """A listing that was taken down, as its seller sees it."""

    answer: str
    appeal: str
    appeal_until: datetime.datetime
    id: UUID
    listing_id: UUID
    note: str
    reason: str
    restored_as: None | UUID
    state: TakedownOutState
    taken_down_at: datetime.datetime
    title: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answer = self.answer

        appeal = self.appeal

        appeal_until = self.appeal_until.isoformat()

        id = str(self.id)

        listing_id = str(self.listing_id)

        note = self.note

        reason = self.reason

        restored_as: None | str
        if isinstance(self.restored_as, UUID):
            restored_as = str(self.restored_as)
        else:
            restored_as = self.restored_as

        state: str = self.state

        taken_down_at = self.taken_down_at.isoformat()

        title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answer": answer,
                "appeal": appeal,
                "appeal_until": appeal_until,
                "id": id,
                "listing_id": listing_id,
                "note": note,
                "reason": reason,
                "restored_as": restored_as,
                "state": state,
                "taken_down_at": taken_down_at,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answer = d.pop("answer")

        appeal = d.pop("appeal")

        appeal_until = datetime.datetime.fromisoformat(d.pop("appeal_until"))

        id = UUID(d.pop("id"))

        listing_id = UUID(d.pop("listing_id"))

        note = d.pop("note")

        reason = d.pop("reason")

        def _parse_restored_as(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                restored_as_type_0 = UUID(data)

                return restored_as_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        restored_as = _parse_restored_as(d.pop("restored_as"))

        state = check_takedown_out_state(d.pop("state"))

        taken_down_at = datetime.datetime.fromisoformat(d.pop("taken_down_at"))

        title = d.pop("title")

        takedown_out = cls(
            answer=answer,
            appeal=appeal,
            appeal_until=appeal_until,
            id=id,
            listing_id=listing_id,
            note=note,
            reason=reason,
            restored_as=restored_as,
            state=state,
            taken_down_at=taken_down_at,
            title=title,
        )

        takedown_out.additional_properties = d
        return takedown_out

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
