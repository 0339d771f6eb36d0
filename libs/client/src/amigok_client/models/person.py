from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.person_document_type import PersonDocumentType, check_person_document_type

T = TypeVar("T", bound="Person")


@_attrs_define
class Person:
    """What a user says about themself, as it is sealed."""

    address: str
    country: str
    date_of_birth: datetime.date
    document_number: str
    document_type: PersonDocumentType
    legal_name: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        address = self.address

        country = self.country

        date_of_birth = self.date_of_birth.isoformat()

        document_number = self.document_number

        document_type: str = self.document_type

        legal_name = self.legal_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "address": address,
                "country": country,
                "date_of_birth": date_of_birth,
                "document_number": document_number,
                "document_type": document_type,
                "legal_name": legal_name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        address = d.pop("address")

        country = d.pop("country")

        date_of_birth = datetime.date.fromisoformat(d.pop("date_of_birth"))

        document_number = d.pop("document_number")

        document_type = check_person_document_type(d.pop("document_type"))

        legal_name = d.pop("legal_name")

        person = cls(
            address=address,
            country=country,
            date_of_birth=date_of_birth,
            document_number=document_number,
            document_type=document_type,
            legal_name=legal_name,
        )

        person.additional_properties = d
        return person

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
