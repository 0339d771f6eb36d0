from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.care_request_in_currency import CareRequestInCurrency, check_care_request_in_currency
from ..types import UNSET, Unset

T = TypeVar("T", bound="CareRequestIn")


@_attrs_define
class CareRequestIn:
    """What is wanted, and why. Prices are in `currency`."""

    currency: CareRequestInCurrency
    service_id: UUID
    reason: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        currency: str = self.currency

        service_id = str(self.service_id)

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "currency": currency,
                "service_id": service_id,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        currency = check_care_request_in_currency(d.pop("currency"))

        service_id = UUID(d.pop("service_id"))

        reason = d.pop("reason", UNSET)

        care_request_in = cls(
            currency=currency,
            service_id=service_id,
            reason=reason,
        )

        return care_request_in
