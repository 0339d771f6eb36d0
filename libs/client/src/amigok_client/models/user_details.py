from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.user_details_role import UserDetailsRole, check_user_details_role
from ..models.user_details_status import UserDetailsStatus, check_user_details_status

T = TypeVar("T", bound="UserDetails")


@_attrs_define
class UserDetails:
    """A user, as shown to administrators."""

    created_at: datetime.datetime
    created_by: None | UUID
    """ The administrator who made the account """
    email: str
    email_verified: bool
    full_name: None | str
    id: UUID
    last_login_at: datetime.datetime | None
    notes: None | str
    role: UserDetailsRole
    status: UserDetailsStatus
    status_reason: None | str
    """ Why the account was deactivated """
    username: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        created_at = self.created_at.isoformat()

        created_by: None | str
        if isinstance(self.created_by, UUID):
            created_by = str(self.created_by)
        else:
            created_by = self.created_by

        email = self.email

        email_verified = self.email_verified

        full_name: None | str
        full_name = self.full_name

        id = str(self.id)

        last_login_at: None | str
        if isinstance(self.last_login_at, datetime.datetime):
            last_login_at = self.last_login_at.isoformat()
        else:
            last_login_at = self.last_login_at

        notes: None | str
        notes = self.notes

        role: str = self.role

        status: str = self.status

        status_reason: None | str
        status_reason = self.status_reason

        username = self.username

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "created_at": created_at,
                "created_by": created_by,
                "email": email,
                "email_verified": email_verified,
                "full_name": full_name,
                "id": id,
                "last_login_at": last_login_at,
                "notes": notes,
                "role": role,
                "status": status,
                "status_reason": status_reason,
                "username": username,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_created_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_by_type_0 = UUID(data)

                return created_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        created_by = _parse_created_by(d.pop("created_by"))

        email = d.pop("email")

        email_verified = d.pop("email_verified")

        def _parse_full_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        full_name = _parse_full_name(d.pop("full_name"))

        id = UUID(d.pop("id"))

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

        def _parse_notes(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        notes = _parse_notes(d.pop("notes"))

        role = check_user_details_role(d.pop("role"))

        status = check_user_details_status(d.pop("status"))

        def _parse_status_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        status_reason = _parse_status_reason(d.pop("status_reason"))

        username = d.pop("username")

        version = d.pop("version")

        user_details = cls(
            created_at=created_at,
            created_by=created_by,
            email=email,
            email_verified=email_verified,
            full_name=full_name,
            id=id,
            last_login_at=last_login_at,
            notes=notes,
            role=role,
            status=status,
            status_reason=status_reason,
            username=username,
            version=version,
        )

        user_details.additional_properties = d
        return user_details

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
