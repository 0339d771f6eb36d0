from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.pilot_task_out_kind import PilotTaskOutKind, check_pilot_task_out_kind
from ..models.pilot_task_out_state import PilotTaskOutState, check_pilot_task_out_state

T = TypeVar("T", bound="PilotTaskOut")


@_attrs_define
class PilotTaskOut:
    """Something to do for an animal. `by_hand`: you can say that it is done; else the farm's records do.

    `done_by` is `hand` or the kind of record. What was not done when it ended is missed, unless a late record comes.

    """

    by_hand: bool
    coins: int
    done_at: datetime.datetime | None
    done_by: None | str
    ends_at: datetime.datetime
    id: UUID
    kind: PilotTaskOutKind
    livestock_id: UUID
    local_day: datetime.date
    starts_at: datetime.datetime
    state: PilotTaskOutState
    tag_number: None | str
    xp: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by_hand = self.by_hand

        coins = self.coins

        done_at: None | str
        if isinstance(self.done_at, datetime.datetime):
            done_at = self.done_at.isoformat()
        else:
            done_at = self.done_at

        done_by: None | str
        done_by = self.done_by

        ends_at = self.ends_at.isoformat()

        id = str(self.id)

        kind: str = self.kind

        livestock_id = str(self.livestock_id)

        local_day = self.local_day.isoformat()

        starts_at = self.starts_at.isoformat()

        state: str = self.state

        tag_number: None | str
        tag_number = self.tag_number

        xp = self.xp

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by_hand": by_hand,
                "coins": coins,
                "done_at": done_at,
                "done_by": done_by,
                "ends_at": ends_at,
                "id": id,
                "kind": kind,
                "livestock_id": livestock_id,
                "local_day": local_day,
                "starts_at": starts_at,
                "state": state,
                "tag_number": tag_number,
                "xp": xp,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by_hand = d.pop("by_hand")

        coins = d.pop("coins")

        def _parse_done_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_at_type_0 = datetime.datetime.fromisoformat(data)

                return done_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        done_at = _parse_done_at(d.pop("done_at"))

        def _parse_done_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        done_by = _parse_done_by(d.pop("done_by"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        id = UUID(d.pop("id"))

        kind = check_pilot_task_out_kind(d.pop("kind"))

        livestock_id = UUID(d.pop("livestock_id"))

        local_day = datetime.date.fromisoformat(d.pop("local_day"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        state = check_pilot_task_out_state(d.pop("state"))

        def _parse_tag_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tag_number = _parse_tag_number(d.pop("tag_number"))

        xp = d.pop("xp")

        pilot_task_out = cls(
            by_hand=by_hand,
            coins=coins,
            done_at=done_at,
            done_by=done_by,
            ends_at=ends_at,
            id=id,
            kind=kind,
            livestock_id=livestock_id,
            local_day=local_day,
            starts_at=starts_at,
            state=state,
            tag_number=tag_number,
            xp=xp,
        )

        pilot_task_out.additional_properties = d
        return pilot_task_out

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
