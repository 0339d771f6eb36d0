from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.deletion_out_state import DeletionOutState, check_deletion_out_state

if TYPE_CHECKING:
    from ..models.deletion_out_obstacles import DeletionOutObstacles


T = TypeVar("T", bound="DeletionOut")


@_attrs_define
class DeletionOut:
    """The state of a deletion."""

    ended_at: datetime.datetime | None
    id: UUID
    obstacles: DeletionOutObstacles
    """ What prevents the deletion, as codes by service. Settle it, then ask again """
    requested_at: datetime.datetime
    requested_by: UUID
    state: DeletionOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        id = str(self.id)

        obstacles = self.obstacles.to_dict()

        requested_at = self.requested_at.isoformat()

        requested_by = str(self.requested_by)

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ended_at": ended_at,
                "id": id,
                "obstacles": obstacles,
                "requested_at": requested_at,
                "requested_by": requested_by,
                "state": state,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deletion_out_obstacles import DeletionOutObstacles  # noqa: PLC0415

        d = dict(src_dict)

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

        obstacles = DeletionOutObstacles.from_dict(d.pop("obstacles"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        requested_by = UUID(d.pop("requested_by"))

        state = check_deletion_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        deletion_out = cls(
            ended_at=ended_at,
            id=id,
            obstacles=obstacles,
            requested_at=requested_at,
            requested_by=requested_by,
            state=state,
            user_id=user_id,
        )

        deletion_out.additional_properties = d
        return deletion_out

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
