from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="BillingDetails")


@_attrs_define
class BillingDetails:
    """The name and address that an invoice is made out to."""

    city: str
    country: str
    name: str
    postal_code: str
    street: str
    tax_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        city = self.city

        country = self.country

        name = self.name

        postal_code = self.postal_code

        street = self.street

        tax_id: None | str | Unset
        if isinstance(self.tax_id, Unset):
            tax_id = UNSET
        else:
            tax_id = self.tax_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "city": city,
                "country": country,
                "name": name,
                "postal_code": postal_code,
                "street": street,
            }
        )
        if tax_id is not UNSET:
            field_dict["tax_id"] = tax_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        city = d.pop("city")

        country = d.pop("country")

        name = d.pop("name")

        postal_code = d.pop("postal_code")

        street = d.pop("street")

        def _parse_tax_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tax_id = _parse_tax_id(d.pop("tax_id", UNSET))

        billing_details = cls(
            city=city,
            country=country,
            name=name,
            postal_code=postal_code,
            street=street,
            tax_id=tax_id,
        )

        return billing_details
