from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OwnProfile")


@_attrs_define
class OwnProfile:
    """The profile, with the times of verifications and changes."""

    created_at: datetime.datetime
    credentials_changed_at: datetime.datetime | None
    email: str
    email_verified: bool
    email_verified_at: datetime.datetime | None
    full_name: None | str
    id: UUID
    kyc_status: str
    """ Known: `approved`, `not_submitted`, `pending`, `rejected` """
    last_login_at: datetime.datetime | None
    phone: None | str
    """ The verified phone number, in E.164 """
    phone_verified_at: datetime.datetime | None
    role: str
    """ Known: `investor`, `gamer`, `farm_staff`, `veterinarian`, `admin` """
    username: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        credentials_changed_at: None | str
        if isinstance(self.credentials_changed_at, datetime.datetime):
            credentials_changed_at = self.credentials_changed_at.isoformat()
        else:
            credentials_changed_at = self.credentials_changed_at

        email = self.email

        email_verified = self.email_verified

        email_verified_at: None | str
        if isinstance(self.email_verified_at, datetime.datetime):
            email_verified_at = self.email_verified_at.isoformat()
        else:
            email_verified_at = self.email_verified_at

        full_name: None | str
        full_name = self.full_name

        id = str(self.id)

        kyc_status = self.kyc_status

        last_login_at: None | str
        if isinstance(self.last_login_at, datetime.datetime):
            last_login_at = self.last_login_at.isoformat()
        else:
            last_login_at = self.last_login_at

        phone: None | str
        phone = self.phone

        phone_verified_at: None | str
        if isinstance(self.phone_verified_at, datetime.datetime):
            phone_verified_at = self.phone_verified_at.isoformat()
        else:
            phone_verified_at = self.phone_verified_at

        role = self.role

        username = self.username

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "credentials_changed_at": credentials_changed_at,
                "email": email,
                "email_verified": email_verified,
                "email_verified_at": email_verified_at,
                "full_name": full_name,
                "id": id,
                "kyc_status": kyc_status,
                "last_login_at": last_login_at,
                "phone": phone,
                "phone_verified_at": phone_verified_at,
                "role": role,
                "username": username,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

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

        email = d.pop("email")

        email_verified = d.pop("email_verified")

        def _parse_email_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                email_verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return email_verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        email_verified_at = _parse_email_verified_at(d.pop("email_verified_at"))

        def _parse_full_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        full_name = _parse_full_name(d.pop("full_name"))

        id = UUID(d.pop("id"))

        kyc_status = d.pop("kyc_status")

        def _parse_last_login_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_login_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_login_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_login_at = _parse_last_login_at(d.pop("last_login_at"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_phone_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                phone_verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return phone_verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        phone_verified_at = _parse_phone_verified_at(d.pop("phone_verified_at"))

        role = d.pop("role")

        username = d.pop("username")

        own_profile = cls(
            created_at=created_at,
            credentials_changed_at=credentials_changed_at,
            email=email,
            email_verified=email_verified,
            email_verified_at=email_verified_at,
            full_name=full_name,
            id=id,
            kyc_status=kyc_status,
            last_login_at=last_login_at,
            phone=phone,
            phone_verified_at=phone_verified_at,
            role=role,
            username=username,
        )

        own_profile.additional_properties = d
        return own_profile

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
