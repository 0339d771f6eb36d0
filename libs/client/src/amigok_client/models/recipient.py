from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.billing_details import BillingDetails


T = TypeVar("T", bound="Recipient")


@_attrs_define
class Recipient:
    """The recipient: always the customer number, and the billing details at the time of issue, if any."""

    customer_number: str
    details: BillingDetails | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.billing_details import BillingDetails  # noqa: PLC0415

        customer_number = self.customer_number

        details: dict[str, Any] | None
        if isinstance(self.details, BillingDetails):
            details = self.details.to_dict()
        else:
            details = self.details

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "customer_number": customer_number,
                "details": details,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.billing_details import BillingDetails  # noqa: PLC0415

        d = dict(src_dict)
        customer_number = d.pop("customer_number")

        def _parse_details(data: object) -> BillingDetails | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                details_type_0 = BillingDetails.from_dict(data)

                return details_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(BillingDetails | None, data)

        details = _parse_details(d.pop("details"))

        recipient = cls(
            customer_number=customer_number,
            details=details,
        )

        recipient.additional_properties = d
        return recipient

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
