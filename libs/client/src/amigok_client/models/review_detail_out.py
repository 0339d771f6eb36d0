from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.review_detail_out_account_status import (
    ReviewDetailOutAccountStatus,
    check_review_detail_out_account_status,
)
from ..models.review_detail_out_exits_closed_type_0 import (
    ReviewDetailOutExitsClosedType0,
    check_review_detail_out_exits_closed_type_0,
)
from ..models.review_detail_out_method import ReviewDetailOutMethod, check_review_detail_out_method
from ..models.review_detail_out_state import ReviewDetailOutState, check_review_detail_out_state

if TYPE_CHECKING:
    from ..models.money import Money
    from ..models.review_detail_out_destination_type_0 import ReviewDetailOutDestinationType0


T = TypeVar("T", bound="ReviewDetailOut")


@_attrs_define
class ReviewDetailOut:
    """All that a decision needs: the whole account, and the user's standing."""

    account: None | str
    account_status: ReviewDetailOutAccountStatus
    amount: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    approvals_needed: int
    credentials_changed_at: datetime.datetime | None
    decided_at: datetime.datetime | None
    decided_by: None | UUID
    destination: None | ReviewDetailOutDestinationType0
    ended_at: datetime.datetime | None
    exits_closed: None | ReviewDetailOutExitsClosedType0
    first_approved_by: None | UUID
    id: UUID
    kyc_name: None | str
    """ The legal name that was proved: compare the holder of the account """
    kyc_status: str
    """ Known: `approved`, `not_submitted`, `pending`, `rejected` """
    method: ReviewDetailOutMethod
    note: None | str
    open_disputes: list[UUID]
    reason: None | str
    """ Known: `account_closed`, `account_unknown`, `provider_balance_insufficient`, `failed` """
    registered_at: datetime.datetime
    requested_at: datetime.datetime
    state: ReviewDetailOutState
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.review_detail_out_destination_type_0 import ReviewDetailOutDestinationType0  # noqa: PLC0415

        account: None | str
        account = self.account

        account_status: str = self.account_status

        amount = self.amount.to_dict()

        approvals_needed = self.approvals_needed

        credentials_changed_at: None | str
        if isinstance(self.credentials_changed_at, datetime.datetime):
            credentials_changed_at = self.credentials_changed_at.isoformat()
        else:
            credentials_changed_at = self.credentials_changed_at

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

        destination: dict[str, Any] | None
        if isinstance(self.destination, ReviewDetailOutDestinationType0):
            destination = self.destination.to_dict()
        else:
            destination = self.destination

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        exits_closed: None | str
        if isinstance(self.exits_closed, str):
            exits_closed = self.exits_closed
        else:
            exits_closed = self.exits_closed

        first_approved_by: None | str
        if isinstance(self.first_approved_by, UUID):
            first_approved_by = str(self.first_approved_by)
        else:
            first_approved_by = self.first_approved_by

        id = str(self.id)

        kyc_name: None | str
        kyc_name = self.kyc_name

        kyc_status = self.kyc_status

        method: str = self.method

        note: None | str
        note = self.note

        open_disputes = []
        for open_disputes_item_data in self.open_disputes:
            open_disputes_item = str(open_disputes_item_data)
            open_disputes.append(open_disputes_item)

        reason: None | str
        reason = self.reason

        registered_at = self.registered_at.isoformat()

        requested_at = self.requested_at.isoformat()

        state: str = self.state

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "account_status": account_status,
                "amount": amount,
                "approvals_needed": approvals_needed,
                "credentials_changed_at": credentials_changed_at,
                "decided_at": decided_at,
                "decided_by": decided_by,
                "destination": destination,
                "ended_at": ended_at,
                "exits_closed": exits_closed,
                "first_approved_by": first_approved_by,
                "id": id,
                "kyc_name": kyc_name,
                "kyc_status": kyc_status,
                "method": method,
                "note": note,
                "open_disputes": open_disputes,
                "reason": reason,
                "registered_at": registered_at,
                "requested_at": requested_at,
                "state": state,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415
        from ..models.review_detail_out_destination_type_0 import ReviewDetailOutDestinationType0  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        account = _parse_account(d.pop("account"))

        account_status = check_review_detail_out_account_status(d.pop("account_status"))

        amount = Money.from_dict(d.pop("amount"))

        approvals_needed = d.pop("approvals_needed")

        def _parse_credentials_changed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                credentials_changed_at_type_0 = datetime.datetime.fromisoformat(data)

                return credentials_changed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        credentials_changed_at = _parse_credentials_changed_at(d.pop("credentials_changed_at"))

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

        def _parse_destination(data: object) -> None | ReviewDetailOutDestinationType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                destination_type_0 = ReviewDetailOutDestinationType0.from_dict(data)

                return destination_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReviewDetailOutDestinationType0, data)

        destination = _parse_destination(d.pop("destination"))

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

        def _parse_exits_closed(data: object) -> None | ReviewDetailOutExitsClosedType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                exits_closed_type_0 = check_review_detail_out_exits_closed_type_0(data)

                return exits_closed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReviewDetailOutExitsClosedType0, data)

        exits_closed = _parse_exits_closed(d.pop("exits_closed"))

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

        def _parse_kyc_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kyc_name = _parse_kyc_name(d.pop("kyc_name"))

        kyc_status = d.pop("kyc_status")

        method = check_review_detail_out_method(d.pop("method"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        open_disputes = []
        _open_disputes = d.pop("open_disputes")
        for open_disputes_item_data in _open_disputes:
            open_disputes_item = UUID(open_disputes_item_data)

            open_disputes.append(open_disputes_item)

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        registered_at = datetime.datetime.fromisoformat(d.pop("registered_at"))

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        state = check_review_detail_out_state(d.pop("state"))

        user_id = UUID(d.pop("user_id"))

        review_detail_out = cls(
            account=account,
            account_status=account_status,
            amount=amount,
            approvals_needed=approvals_needed,
            credentials_changed_at=credentials_changed_at,
            decided_at=decided_at,
            decided_by=decided_by,
            destination=destination,
            ended_at=ended_at,
            exits_closed=exits_closed,
            first_approved_by=first_approved_by,
            id=id,
            kyc_name=kyc_name,
            kyc_status=kyc_status,
            method=method,
            note=note,
            open_disputes=open_disputes,
            reason=reason,
            registered_at=registered_at,
            requested_at=requested_at,
            state=state,
            user_id=user_id,
        )

        review_detail_out.additional_properties = d
        return review_detail_out

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
