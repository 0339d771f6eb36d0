from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.removal_out_state import RemovalOutState, check_removal_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="RemovalOut")


@_attrs_define
class RemovalOut:
    """A removal. Day and fee are null until it is scheduled. `rejection` is the reason if it was rejected."""

    ended_at: datetime.datetime | None
    fee: Money | None
    id: UUID
    livestock_id: UUID
    owner_id: UUID
    reason: str
    rejection: None | str
    requested_at: datetime.datetime
    scheduled_on: datetime.date | None
    state: RemovalOutState
    transport: None | str
    version: int
    wished_on: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        fee: dict[str, Any] | None
        if isinstance(self.fee, Money):
            fee = self.fee.to_dict()
        else:
            fee = self.fee

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        owner_id = str(self.owner_id)

        reason = self.reason

        rejection: None | str
        rejection = self.rejection

        requested_at = self.requested_at.isoformat()

        scheduled_on: None | str
        if isinstance(self.scheduled_on, datetime.date):
            scheduled_on = self.scheduled_on.isoformat()
        else:
            scheduled_on = self.scheduled_on

        state: str = self.state

        transport: None | str
        transport = self.transport

        version = self.version

        wished_on = self.wished_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ended_at": ended_at,
                "fee": fee,
                "id": id,
                "livestock_id": livestock_id,
                "owner_id": owner_id,
                "reason": reason,
                "rejection": rejection,
                "requested_at": requested_at,
                "scheduled_on": scheduled_on,
                "state": state,
                "transport": transport,
                "version": version,
                "wished_on": wished_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

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

        def _parse_fee(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                fee_type_0 = Money.from_dict(data)

                return fee_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        fee = _parse_fee(d.pop("fee"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        owner_id = UUID(d.pop("owner_id"))

        reason = d.pop("reason")

        def _parse_rejection(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rejection = _parse_rejection(d.pop("rejection"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        def _parse_scheduled_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                scheduled_on_type_0 = datetime.date.fromisoformat(data)

                return scheduled_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        scheduled_on = _parse_scheduled_on(d.pop("scheduled_on"))

        state = check_removal_out_state(d.pop("state"))

        def _parse_transport(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        transport = _parse_transport(d.pop("transport"))

        version = d.pop("version")

        wished_on = datetime.date.fromisoformat(d.pop("wished_on"))

        removal_out = cls(
            ended_at=ended_at,
            fee=fee,
            id=id,
            livestock_id=livestock_id,
            owner_id=owner_id,
            reason=reason,
            rejection=rejection,
            requested_at=requested_at,
            scheduled_on=scheduled_on,
            state=state,
            transport=transport,
            version=version,
            wished_on=wished_on,
        )

        removal_out.additional_properties = d
        return removal_out

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
