from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.announcement_out_state import AnnouncementOutState, check_announcement_out_state

if TYPE_CHECKING:
    from ..models.segment import Segment
    from ..models.texts import Texts


T = TypeVar("T", bound="AnnouncementOut")


@_attrs_define
class AnnouncementOut:
    """An announcement and how far it is. `told` are those who had not been told it before."""

    approved_by: UUID
    created_at: datetime.datetime
    ended_at: datetime.datetime | None
    id: UUID
    recipients: int
    segment: Segment
    """ Who is told: active users for whom everything holds that is named; without anything, all of them. """
    state: AnnouncementOutState
    texts: Texts
    """ The same in every language. """
    told: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        approved_by = str(self.approved_by)

        created_at = self.created_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        id = str(self.id)

        recipients = self.recipients

        segment = self.segment.to_dict()

        state: str = self.state

        texts = self.texts.to_dict()

        told = self.told

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "approved_by": approved_by,
                "created_at": created_at,
                "ended_at": ended_at,
                "id": id,
                "recipients": recipients,
                "segment": segment,
                "state": state,
                "texts": texts,
                "told": told,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.segment import Segment  # noqa: PLC0415
        from ..models.texts import Texts  # noqa: PLC0415

        d = dict(src_dict)
        approved_by = UUID(d.pop("approved_by"))

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

        id = UUID(d.pop("id"))

        recipients = d.pop("recipients")

        segment = Segment.from_dict(d.pop("segment"))

        state = check_announcement_out_state(d.pop("state"))

        texts = Texts.from_dict(d.pop("texts"))

        told = d.pop("told")

        announcement_out = cls(
            approved_by=approved_by,
            created_at=created_at,
            ended_at=ended_at,
            id=id,
            recipients=recipients,
            segment=segment,
            state=state,
            texts=texts,
            told=told,
        )

        announcement_out.additional_properties = d
        return announcement_out

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
