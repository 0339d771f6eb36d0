from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.assertion import Assertion


T = TypeVar("T", bound="PasskeySecondLogin")


@_attrs_define
class PasskeySecondLogin:
    """The challenge of the login, and the answer of a passkey to the options that came with it."""

    challenge: str
    passkey: Assertion
    """ The result of `navigator.credentials.get()`, as `toJSON()` writes it. """
    device_token: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        passkey = self.passkey.to_dict()

        device_token: None | str | Unset
        if isinstance(self.device_token, Unset):
            device_token = UNSET
        else:
            device_token = self.device_token

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
                "passkey": passkey,
            }
        )
        if device_token is not UNSET:
            field_dict["device_token"] = device_token

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assertion import Assertion  # noqa: PLC0415

        d = dict(src_dict)
        challenge = d.pop("challenge")

        passkey = Assertion.from_dict(d.pop("passkey"))

        def _parse_device_token(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        device_token = _parse_device_token(d.pop("device_token", UNSET))

        passkey_second_login = cls(
            challenge=challenge,
            passkey=passkey,
            device_token=device_token,
        )

        return passkey_second_login
