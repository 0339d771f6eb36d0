from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="CareFollowUpIn")


@_attrs_define
class CareFollowUpIn:
    """Care that is to come; it becomes a request when this one is completed."""

    due_on: datetime.date
    service_id: UUID

    def to_dict(self) -> dict[str, Any]:
        due_on = self.due_on.isoformat()

        service_id = str(self.service_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "due_on": due_on,
                "service_id": service_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        service_id = UUID(d.pop("service_id"))

        care_follow_up_in = cls(
            due_on=due_on,
            service_id=service_id,
        )

        return care_follow_up_in
