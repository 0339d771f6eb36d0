from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.entry_out_fee_state_type_0 import EntryOutFeeStateType0, check_entry_out_fee_state_type_0
from ..models.entry_out_state import EntryOutState, check_entry_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="EntryOut")


@_attrs_define
class EntryOut:
    """An entry. It takes part when the contest starts and it is `admitted`. `reason` says why it does not.

    Where the wallet refused the fee, that is the wallet's code.

    """

    contest_id: UUID
    contest_version: int
    fee: Money | None
    fee_state: EntryOutFeeStateType0 | None
    id: UUID
    livestock_id: UUID
    lost_at: datetime.datetime | None
    reason: None | str
    registered_at: datetime.datetime
    state: EntryOutState
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        contest_id = str(self.contest_id)

        contest_version = self.contest_version

        fee: dict[str, Any] | None
        if isinstance(self.fee, Money):
            fee = self.fee.to_dict()
        else:
            fee = self.fee

        fee_state: None | str
        if isinstance(self.fee_state, str):
            fee_state = self.fee_state
        else:
            fee_state = self.fee_state

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        lost_at: None | str
        if isinstance(self.lost_at, datetime.datetime):
            lost_at = self.lost_at.isoformat()
        else:
            lost_at = self.lost_at

        reason: None | str
        reason = self.reason

        registered_at = self.registered_at.isoformat()

        state: str = self.state

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contest_id": contest_id,
                "contest_version": contest_version,
                "fee": fee,
                "fee_state": fee_state,
                "id": id,
                "livestock_id": livestock_id,
                "lost_at": lost_at,
                "reason": reason,
                "registered_at": registered_at,
                "state": state,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)
        contest_id = UUID(d.pop("contest_id"))

        contest_version = d.pop("contest_version")

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

        def _parse_fee_state(data: object) -> EntryOutFeeStateType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                fee_state_type_0 = check_entry_out_fee_state_type_0(data)

                return fee_state_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EntryOutFeeStateType0 | None, data)

        fee_state = _parse_fee_state(d.pop("fee_state"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_lost_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lost_at_type_0 = datetime.datetime.fromisoformat(data)

                return lost_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        lost_at = _parse_lost_at(d.pop("lost_at"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        registered_at = datetime.datetime.fromisoformat(d.pop("registered_at"))

        state = check_entry_out_state(d.pop("state"))

        entry_out = cls(
            contest_id=contest_id,
            contest_version=contest_version,
            fee=fee,
            fee_state=fee_state,
            id=id,
            livestock_id=livestock_id,
            lost_at=lost_at,
            reason=reason,
            registered_at=registered_at,
            state=state,
        )

        entry_out.additional_properties = d
        return entry_out

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
