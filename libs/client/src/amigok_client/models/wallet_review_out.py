from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.wallet_review_out_method import WalletReviewOutMethod, check_wallet_review_out_method
from ..models.wallet_review_out_state import WalletReviewOutState, check_wallet_review_out_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="WalletReviewOut")


@_attrs_define
class WalletReviewOut:
    """The same for administrators, with whose it is and who has decided."""

    account: None | str
    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    approvals_needed: int
    decided_at: datetime.datetime | None
    decided_by: None | UUID
    ended_at: datetime.datetime | None
    first_approved_by: None | UUID
    id: UUID
    method: WalletReviewOutMethod
    note: None | str
    reason: None | str
    """ Known: `account_closed`, `account_unknown`, `provider_balance_insufficient`, `failed` """
    requested_at: datetime.datetime
    state: WalletReviewOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account: None | str
        account = self.account

        amount = self.amount.to_dict()

        approvals_needed = self.approvals_needed

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decided_by: None | str
        if isinstance(self.decided_by, UUID):
            decided_by = str(self.decided_by)
        else:
            decided_by = self.decided_by

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        first_approved_by: None | str
        if isinstance(self.first_approved_by, UUID):
            first_approved_by = str(self.first_approved_by)
        else:
            first_approved_by = self.first_approved_by

        id = str(self.id)

        method: str = self.method

        note: None | str
        note = self.note

        reason: None | str
        reason = self.reason

        requested_at = self.requested_at.isoformat()

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "amount": amount,
                "approvals_needed": approvals_needed,
                "decided_at": decided_at,
                "decided_by": decided_by,
                "ended_at": ended_at,
                "first_approved_by": first_approved_by,
                "id": id,
                "method": method,
                "note": note,
                "reason": reason,
                "requested_at": requested_at,
                "state": state,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        account = _parse_account(d.pop("account"))

        amount = Money.from_dict(d.pop("amount"))

        approvals_needed = d.pop("approvals_needed")

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_decided_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_by_type_0 = UUID(data)

                return decided_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

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

        def _parse_first_approved_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_approved_by_type_0 = UUID(data)

                return first_approved_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        first_approved_by = _parse_first_approved_by(d.pop("first_approved_by"))

        id = UUID(d.pop("id"))

        method = check_wallet_review_out_method(d.pop("method"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        state = check_wallet_review_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        wallet_review_out = cls(
            account=account,
            amount=amount,
            approvals_needed=approvals_needed,
            decided_at=decided_at,
            decided_by=decided_by,
            ended_at=ended_at,
            first_approved_by=first_approved_by,
            id=id,
            method=method,
            note=note,
            reason=reason,
            requested_at=requested_at,
            state=state,
            user_id=user_id,
        )

        wallet_review_out.additional_properties = d
        return wallet_review_out

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
