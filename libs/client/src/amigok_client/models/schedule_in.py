from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.money_asked import MoneyAsked


T = TypeVar("T", bound="ScheduleIn")


@_attrs_define
class ScheduleIn:
    fee: MoneyAsked
    """ An exact amount. Never a float. """
    scheduled_on: datetime.date
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        fee = self.fee.to_dict()

        scheduled_on = self.scheduled_on.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fee": fee,
                "scheduled_on": scheduled_on,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money_asked import MoneyAsked  # noqa: PLC0415

        d = dict(src_dict)
        fee = MoneyAsked.from_dict(d.pop("fee"))

        scheduled_on = datetime.date.fromisoformat(d.pop("scheduled_on"))

        version = d.pop("version")

        schedule_in = cls(
            fee=fee,
            scheduled_on=scheduled_on,
            version=version,
        )

        return schedule_in
