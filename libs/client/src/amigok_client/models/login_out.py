from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.profile import Profile


T = TypeVar("T", bound="LoginOut")


@_attrs_define
class LoginOut:
    access_token: str
    device_token: str
    """ Keep it, also after a logout, for the next login of this user """
    expires_in: int
    """ Lifetime of the access token in seconds """
    refresh_token: str
    user: Profile
    """ A user, as shown to that user. """
    token_type: Literal["Bearer"] | Unset = "Bearer"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        access_token = self.access_token

        device_token = self.device_token

        expires_in = self.expires_in

        refresh_token = self.refresh_token

        user = self.user.to_dict()

        token_type = self.token_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "access_token": access_token,
                "device_token": device_token,
                "expires_in": expires_in,
                "refresh_token": refresh_token,
                "user": user,
            }
        )
        if token_type is not UNSET:
            field_dict["token_type"] = token_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.profile import Profile  # noqa: PLC0415

        d = dict(src_dict)
        access_token = d.pop("access_token")

        device_token = d.pop("device_token")

        expires_in = d.pop("expires_in")

        refresh_token = d.pop("refresh_token")

        user = Profile.from_dict(d.pop("user"))

        token_type = cast(Literal["Bearer"] | Unset, d.pop("token_type", UNSET))
        if token_type != "Bearer" and not isinstance(token_type, Unset):
            raise ValueError(f"token_type must match const 'Bearer', got '{token_type}'")

        login_out = cls(
            access_token=access_token,
            device_token=device_token,
            expires_in=expires_in,
            refresh_token=refresh_token,
            user=user,
            token_type=token_type,
        )

        login_out.additional_properties = d
        return login_out

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
