from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_request_details_care_type import CareRequestDetailsCareType, check_care_request_details_care_type
from ..models.care_request_details_origin import CareRequestDetailsOrigin, check_care_request_details_origin
from ..models.care_request_details_state import CareRequestDetailsState, check_care_request_details_state

if TYPE_CHECKING:
    from ..models.money import Money


T = TypeVar("T", bound="CareRequestDetails")


@_attrs_define
class CareRequestDetails:
    """What administrators see in addition: who pays, null for the platform; who has requested and quoted it."""

    accepted_at: datetime.datetime | None
    allowance: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    asked: Money | None
    authorised: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    care_type: CareRequestDetailsCareType
    cost: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    due_at: datetime.datetime | None
    duration_minutes: int
    emergency: bool
    end_reason: None | str
    ended_at: datetime.datetime | None
    ends_at: datetime.datetime | None
    estimate: Money | None
    funded_at: datetime.datetime | None
    id: UUID
    list_price: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    livestock_id: UUID
    mandatory: bool
    origin: CareRequestDetailsOrigin
    owes: bool
    owner_id: None | UUID
    paid: Money
    """ An exact amount, such as `{"amount": "240.00", "currency": "USD"}`. Never a float.

    The amount has at most as many decimal places as the currency: none in JPY, two in USD, three in KWD. More
    of them are refused with ValueError, and so is a currency that this version of the contracts does not know. """
    payment_refusal: None | str
    quote_version: int
    quoted_by: None | UUID
    reason: str
    requested_at: datetime.datetime
    requested_by: None | UUID
    service_id: UUID
    service_name: str
    started_at: datetime.datetime | None
    starts_at: datetime.datetime | None
    state: CareRequestDetailsState
    version: int
    veterinarian_id: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.money import Money  # noqa: PLC0415

        accepted_at: None | str
        if isinstance(self.accepted_at, datetime.datetime):
            accepted_at = self.accepted_at.isoformat()
        else:
            accepted_at = self.accepted_at

        allowance = self.allowance.to_dict()

        asked: dict[str, Any] | None
        if isinstance(self.asked, Money):
            asked = self.asked.to_dict()
        else:
            asked = self.asked

        authorised = self.authorised.to_dict()

        care_type: str = self.care_type

        cost = self.cost.to_dict()

        due_at: None | str
        if isinstance(self.due_at, datetime.datetime):
            due_at = self.due_at.isoformat()
        else:
            due_at = self.due_at

        duration_minutes = self.duration_minutes

        emergency = self.emergency

        end_reason: None | str
        end_reason = self.end_reason

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        ends_at: None | str
        if isinstance(self.ends_at, datetime.datetime):
            ends_at = self.ends_at.isoformat()
        else:
            ends_at = self.ends_at

        estimate: dict[str, Any] | None
        if isinstance(self.estimate, Money):
            estimate = self.estimate.to_dict()
        else:
            estimate = self.estimate

        funded_at: None | str
        if isinstance(self.funded_at, datetime.datetime):
            funded_at = self.funded_at.isoformat()
        else:
            funded_at = self.funded_at

        id = str(self.id)

        list_price = self.list_price.to_dict()

        livestock_id = str(self.livestock_id)

        mandatory = self.mandatory

        origin: str = self.origin

        owes = self.owes

        owner_id: None | str
        if isinstance(self.owner_id, UUID):
            owner_id = str(self.owner_id)
        else:
            owner_id = self.owner_id

        paid = self.paid.to_dict()

        payment_refusal: None | str
        payment_refusal = self.payment_refusal

        quote_version = self.quote_version

        quoted_by: None | str
        if isinstance(self.quoted_by, UUID):
            quoted_by = str(self.quoted_by)
        else:
            quoted_by = self.quoted_by

        reason = self.reason

        requested_at = self.requested_at.isoformat()

        requested_by: None | str
        if isinstance(self.requested_by, UUID):
            requested_by = str(self.requested_by)
        else:
            requested_by = self.requested_by

        service_id = str(self.service_id)

        service_name = self.service_name

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        starts_at: None | str
        if isinstance(self.starts_at, datetime.datetime):
            starts_at = self.starts_at.isoformat()
        else:
            starts_at = self.starts_at

        state: str = self.state

        version = self.version

        veterinarian_id: None | str
        if isinstance(self.veterinarian_id, UUID):
            veterinarian_id = str(self.veterinarian_id)
        else:
            veterinarian_id = self.veterinarian_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "accepted_at": accepted_at,
                "allowance": allowance,
                "asked": asked,
                "authorised": authorised,
                "care_type": care_type,
                "cost": cost,
                "due_at": due_at,
                "duration_minutes": duration_minutes,
                "emergency": emergency,
                "end_reason": end_reason,
                "ended_at": ended_at,
                "ends_at": ends_at,
                "estimate": estimate,
                "funded_at": funded_at,
                "id": id,
                "list_price": list_price,
                "livestock_id": livestock_id,
                "mandatory": mandatory,
                "origin": origin,
                "owes": owes,
                "owner_id": owner_id,
                "paid": paid,
                "payment_refusal": payment_refusal,
                "quote_version": quote_version,
                "quoted_by": quoted_by,
                "reason": reason,
                "requested_at": requested_at,
                "requested_by": requested_by,
                "service_id": service_id,
                "service_name": service_name,
                "started_at": started_at,
                "starts_at": starts_at,
                "state": state,
                "version": version,
                "veterinarian_id": veterinarian_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.money import Money  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_accepted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_at_type_0 = datetime.datetime.fromisoformat(data)

                return accepted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        accepted_at = _parse_accepted_at(d.pop("accepted_at"))

        allowance = Money.from_dict(d.pop("allowance"))

        def _parse_asked(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                asked_type_0 = Money.from_dict(data)

                return asked_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        asked = _parse_asked(d.pop("asked"))

        authorised = Money.from_dict(d.pop("authorised"))

        care_type = check_care_request_details_care_type(d.pop("care_type"))

        cost = Money.from_dict(d.pop("cost"))

        def _parse_due_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_at_type_0 = datetime.datetime.fromisoformat(data)

                return due_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        due_at = _parse_due_at(d.pop("due_at"))

        duration_minutes = d.pop("duration_minutes")

        emergency = d.pop("emergency")

        def _parse_end_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

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

        def _parse_ends_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_at_type_0 = datetime.datetime.fromisoformat(data)

                return ends_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ends_at = _parse_ends_at(d.pop("ends_at"))

        def _parse_estimate(data: object) -> Money | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                estimate_type_0 = Money.from_dict(data)

                return estimate_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Money | None, data)

        estimate = _parse_estimate(d.pop("estimate"))

        def _parse_funded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                funded_at_type_0 = datetime.datetime.fromisoformat(data)

                return funded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        funded_at = _parse_funded_at(d.pop("funded_at"))

        id = UUID(d.pop("id"))

        list_price = Money.from_dict(d.pop("list_price"))

        livestock_id = UUID(d.pop("livestock_id"))

        mandatory = d.pop("mandatory")

        origin = check_care_request_details_origin(d.pop("origin"))

        owes = d.pop("owes")

        def _parse_owner_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_id_type_0 = UUID(data)

                return owner_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        owner_id = _parse_owner_id(d.pop("owner_id"))

        paid = Money.from_dict(d.pop("paid"))

        def _parse_payment_refusal(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        payment_refusal = _parse_payment_refusal(d.pop("payment_refusal"))

        quote_version = d.pop("quote_version")

        def _parse_quoted_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                quoted_by_type_0 = UUID(data)

                return quoted_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        quoted_by = _parse_quoted_by(d.pop("quoted_by"))

        reason = d.pop("reason")

        requested_at = datetime.datetime.fromisoformat(d.pop("requested_at"))

        def _parse_requested_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                requested_by_type_0 = UUID(data)

                return requested_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        requested_by = _parse_requested_by(d.pop("requested_by"))

        service_id = UUID(d.pop("service_id"))

        service_name = d.pop("service_name")

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

        def _parse_starts_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                starts_at_type_0 = datetime.datetime.fromisoformat(data)

                return starts_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        starts_at = _parse_starts_at(d.pop("starts_at"))

        state = check_care_request_details_state(d.pop("state"))

        version = d.pop("version")

        def _parse_veterinarian_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                veterinarian_id_type_0 = UUID(data)

                return veterinarian_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        veterinarian_id = _parse_veterinarian_id(d.pop("veterinarian_id"))

        care_request_details = cls(
            accepted_at=accepted_at,
            allowance=allowance,
            asked=asked,
            authorised=authorised,
            care_type=care_type,
            cost=cost,
            due_at=due_at,
            duration_minutes=duration_minutes,
            emergency=emergency,
            end_reason=end_reason,
            ended_at=ended_at,
            ends_at=ends_at,
            estimate=estimate,
            funded_at=funded_at,
            id=id,
            list_price=list_price,
            livestock_id=livestock_id,
            mandatory=mandatory,
            origin=origin,
            owes=owes,
            owner_id=owner_id,
            paid=paid,
            payment_refusal=payment_refusal,
            quote_version=quote_version,
            quoted_by=quoted_by,
            reason=reason,
            requested_at=requested_at,
            requested_by=requested_by,
            service_id=service_id,
            service_name=service_name,
            started_at=started_at,
            starts_at=starts_at,
            state=state,
            version=version,
            veterinarian_id=veterinarian_id,
        )

        care_request_details.additional_properties = d
        return care_request_details

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
