from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.prize_won_out_kind import PrizeWonOutKind, check_prize_won_out_kind
from ..models.prize_won_out_reason_type_0 import PrizeWonOutReasonType0, check_prize_won_out_reason_type_0
from ..models.prize_won_out_state import PrizeWonOutState, check_prize_won_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="PrizeWonOut")


@_attrs_define
class PrizeWonOut:
    """A prize that an animal of yours has won, and what became of it. `reason` is why it is withheld or forfeited."""

    amount: Money | None
    code_issued_at: datetime.datetime | None
    """ When its code was shown to you """
    contest_id: UUID
    entry_id: UUID
    expires_at: datetime.datetime | None
    """ Until when it may be claimed, if it is granted """
    id: UUID
    kind: PrizeWonOutKind
    percent: int | None
    planned_at: datetime.datetime
    rank: int
    reason: None | PrizeWonOutReasonType0
    state: PrizeWonOutState
    what: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        amount: dict[str, Any] | None
        if isinstance(self.amount, Money):
            amount = self.amount.to_dict()
        else:
            amount = self.amount

        code_issued_at: None | str
        if isinstance(self.code_issued_at, datetime.datetime):
            code_issued_at = self.code_issued_at.isoformat()
        else:
            code_issued_at = self.code_issued_at

        contest_id = str(self.contest_id)

        entry_id = str(self.entry_id)

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        id = str(self.id)

        kind: str = self.kind

        percent: int | None
        percent = self.percent

        planned_at = self.planned_at.isoformat()

        rank = self.rank

        reason: None | str
        if isinstance(self.reason, str):
            reason = self.reason
        else:
            reason = self.reason

        state: str = self.state

        what: None | str
        what = self.what

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "amount": amount,
                "code_issued_at": code_issued_at,
                "contest_id": contest_id,
                "entry_id": entry_id,
                "expires_at": expires_at,
                "id": id,
                "kind": kind,
                "percent": percent,
                "planned_at": planned_at,
                "rank": rank,
                "reason": reason,
                "state": state,
                "what": what,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_amount(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                amount_type_0 = Money.from_dict(data)

                return amount_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        amount = _parse_amount(d.pop("amount"))

        def _parse_code_issued_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                code_issued_at_type_0 = datetime.datetime.fromisoformat(data)

                return code_issued_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        code_issued_at = _parse_code_issued_at(d.pop("code_issued_at"))

        contest_id = UUID(d.pop("contest_id"))

        entry_id = UUID(d.pop("entry_id"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        id = UUID(d.pop("id"))

        kind = check_prize_won_out_kind(d.pop("kind"))

        def _parse_percent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        percent = _parse_percent(d.pop("percent"))

        planned_at = datetime.datetime.fromisoformat(d.pop("planned_at"))

        rank = d.pop("rank")

        def _parse_reason(data: object) -> None | PrizeWonOutReasonType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = check_prize_won_out_reason_type_0(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PrizeWonOutReasonType0, data)

        reason = _parse_reason(d.pop("reason"))

        state = check_prize_won_out_state(d.pop("state"))

        def _parse_what(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        what = _parse_what(d.pop("what"))

        prize_won_out = cls(
            amount=amount,
            code_issued_at=code_issued_at,
            contest_id=contest_id,
            entry_id=entry_id,
            expires_at=expires_at,
            id=id,
            kind=kind,
            percent=percent,
            planned_at=planned_at,
            rank=rank,
            reason=reason,
            state=state,
            what=what,
        )

        prize_won_out.additional_properties = d
        return prize_won_out

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
