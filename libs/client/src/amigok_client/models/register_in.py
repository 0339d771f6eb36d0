from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.register_in_role import RegisterInRole, check_register_in_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="RegisterIn")


@_attrs_define
class RegisterIn:
    """The account that somebody wants."""

    email: str
    password: str
    username: str
    """ Public. Upper and lower case are not distinguished """
    full_name: None | str | Unset = UNSET
    role: RegisterInRole | Unset = "investor"

    def to_dict(self) -> dict[str, Any]:
        email = self.email

        password = self.password

        username = self.username

        full_name: None | str | Unset
        if isinstance(self.full_name, Unset):
            full_name = UNSET
        else:
            full_name = self.full_name

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "email": email,
                "password": password,
                "username": username,
            }
        )
        if full_name is not UNSET:
            field_dict["full_name"] = full_name
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        email = d.pop("email")

        password = d.pop("password")

        username = d.pop("username")

        def _parse_full_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        full_name = _parse_full_name(d.pop("full_name", UNSET))

        _role = d.pop("role", UNSET)
        role: RegisterInRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = check_register_in_role(_role)

        register_in = cls(
            email=email,
            password=password,
            username=username,
            full_name=full_name,
            role=role,
        )

        return register_in
