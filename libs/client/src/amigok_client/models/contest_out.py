from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.contest_out_state import ContestOutState, check_contest_out_state
from ..models.contest_out_type import ContestOutType, check_contest_out_type

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.prize import Prize


T = TypeVar("T", bound="ContestOut")


@_attrs_define
class ContestOut:
    """A contest. `places_taken` of its `places` are taken. `started_at` and `ended_at` are when it really did."""

    announced_at: datetime.datetime | None
    appeal_days: int
    cancel_reason: None | str
    cancelled_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    description: str
    ended_at: datetime.datetime | None
    ends_at: datetime.datetime
    entry_fee: Money | None
    id: UUID
    judging_ends_at: datetime.datetime | None
    opened_at: datetime.datetime | None
    places: int
    places_taken: int
    prizes: list[Prize]
    registration_closes_at: datetime.datetime
    registration_opens_at: datetime.datetime | None
    reveal_ends_at: datetime.datetime | None
    sponsor: None | str
    started_at: datetime.datetime | None
    starts_at: datetime.datetime
    state: ContestOutState
    title: str
    type_: ContestOutType
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        announced_at: None | str
        if isinstance(self.announced_at, datetime.datetime):
            announced_at = self.announced_at.isoformat()
        else:
            announced_at = self.announced_at

        appeal_days = self.appeal_days

        cancel_reason: None | str
        cancel_reason = self.cancel_reason

        cancelled_at: None | str
        if isinstance(self.cancelled_at, datetime.datetime):
            cancelled_at = self.cancelled_at.isoformat()
        else:
            cancelled_at = self.cancelled_at

        completed_at: None | str
        if isinstance(self.completed_at, datetime.datetime):
            completed_at = self.completed_at.isoformat()
        else:
            completed_at = self.completed_at

        description = self.description

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        ends_at = self.ends_at.isoformat()

        entry_fee: dict[str, Any] | None
        if isinstance(self.entry_fee, Money):
            entry_fee = self.entry_fee.to_dict()
        else:
            entry_fee = self.entry_fee

        id = str(self.id)

        judging_ends_at: None | str
        if isinstance(self.judging_ends_at, datetime.datetime):
            judging_ends_at = self.judging_ends_at.isoformat()
        else:
            judging_ends_at = self.judging_ends_at

        opened_at: None | str
        if isinstance(self.opened_at, datetime.datetime):
            opened_at = self.opened_at.isoformat()
        else:
            opened_at = self.opened_at

        places = self.places

        places_taken = self.places_taken

        prizes = []
        for prizes_item_data in self.prizes:
            prizes_item = prizes_item_data.to_dict()
            prizes.append(prizes_item)

        registration_closes_at = self.registration_closes_at.isoformat()

        registration_opens_at: None | str
        if isinstance(self.registration_opens_at, datetime.datetime):
            registration_opens_at = self.registration_opens_at.isoformat()
        else:
            registration_opens_at = self.registration_opens_at

        reveal_ends_at: None | str
        if isinstance(self.reveal_ends_at, datetime.datetime):
            reveal_ends_at = self.reveal_ends_at.isoformat()
        else:
            reveal_ends_at = self.reveal_ends_at

        sponsor: None | str
        sponsor = self.sponsor

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        starts_at = self.starts_at.isoformat()

        state: str = self.state

        title = self.title

        type_: str = self.type_

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "announced_at": announced_at,
                "appeal_days": appeal_days,
                "cancel_reason": cancel_reason,
                "cancelled_at": cancelled_at,
                "completed_at": completed_at,
                "description": description,
                "ended_at": ended_at,
                "ends_at": ends_at,
                "entry_fee": entry_fee,
                "id": id,
                "judging_ends_at": judging_ends_at,
                "opened_at": opened_at,
                "places": places,
                "places_taken": places_taken,
                "prizes": prizes,
                "registration_closes_at": registration_closes_at,
                "registration_opens_at": registration_opens_at,
                "reveal_ends_at": reveal_ends_at,
                "sponsor": sponsor,
                "started_at": started_at,
                "starts_at": starts_at,
                "state": state,
                "title": title,
                "type": type_,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.prize import Prize  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_announced_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                announced_at_type_0 = datetime.datetime.fromisoformat(data)

                return announced_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        announced_at = _parse_announced_at(d.pop("announced_at"))

        appeal_days = d.pop("appeal_days")

        def _parse_cancel_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        cancel_reason = _parse_cancel_reason(d.pop("cancel_reason"))

        def _parse_cancelled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancelled_at_type_0 = datetime.datetime.fromisoformat(data)

                return cancelled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        cancelled_at = _parse_cancelled_at(d.pop("cancelled_at"))

        def _parse_completed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                completed_at_type_0 = datetime.datetime.fromisoformat(data)

                return completed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        completed_at = _parse_completed_at(d.pop("completed_at"))

        description = d.pop("description")

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

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        def _parse_entry_fee(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                entry_fee_type_0 = Money.from_dict(data)

                return entry_fee_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        entry_fee = _parse_entry_fee(d.pop("entry_fee"))

        id = UUID(d.pop("id"))

        def _parse_judging_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                judging_ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return judging_ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        judging_ends_at = _parse_judging_ends_at(d.pop("judging_ends_at"))

        def _parse_opened_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                opened_at_type_0 = datetime.datetime.fromisoformat(data)

                return opened_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        opened_at = _parse_opened_at(d.pop("opened_at"))

        places = d.pop("places")

        places_taken = d.pop("places_taken")

        prizes = []
        _prizes = d.pop("prizes")
        for prizes_item_data in _prizes:
            prizes_item = Prize.from_dict(prizes_item_data)

            prizes.append(prizes_item)

        registration_closes_at = datetime.datetime.fromisoformat(d.pop("registration_closes_at"))

        def _parse_registration_opens_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                registration_opens_at_type_0 = datetime.datetime.fromisoformat(data)

                return registration_opens_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        registration_opens_at = _parse_registration_opens_at(d.pop("registration_opens_at"))

        def _parse_reveal_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reveal_ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return reveal_ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reveal_ends_at = _parse_reveal_ends_at(d.pop("reveal_ends_at"))

        def _parse_sponsor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        sponsor = _parse_sponsor(d.pop("sponsor"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        state = check_contest_out_state(d.pop("state"))

        title = d.pop("title")

        type_ = check_contest_out_type(d.pop("type"))

        version = d.pop("version")

        contest_out = cls(
            announced_at=announced_at,
            appeal_days=appeal_days,
            cancel_reason=cancel_reason,
            cancelled_at=cancelled_at,
            completed_at=completed_at,
            description=description,
            ended_at=ended_at,
            ends_at=ends_at,
            entry_fee=entry_fee,
            id=id,
            judging_ends_at=judging_ends_at,
            opened_at=opened_at,
            places=places,
            places_taken=places_taken,
            prizes=prizes,
            registration_closes_at=registration_closes_at,
            registration_opens_at=registration_opens_at,
            reveal_ends_at=reveal_ends_at,
            sponsor=sponsor,
            started_at=started_at,
            starts_at=starts_at,
            state=state,
            title=title,
            type_=type_,
            version=version,
        )

        contest_out.additional_properties = d
        return contest_out

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
