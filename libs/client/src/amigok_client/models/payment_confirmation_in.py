from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PaymentConfirmationIn")


@_attrs_define
class PaymentConfirmationIn:
    """Sent when the payer is back. `method_token` is the provider's id of the way to pay, if the browser got one."""

    payment_id: UUID
    method_token: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        payment_id = str(self.payment_id)

        method_token: None | str | Unset
        if isinstance(self.method_token, Unset):
            method_token = UNSET
        else:
            method_token = self.method_token

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "payment_id": payment_id,
            }
        )
        if method_token is not UNSET:
            field_dict["method_token"] = method_token

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        payment_id = UUID(d.pop("payment_id"))

        def _parse_method_token(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        method_token = _parse_method_token(d.pop("method_token", UNSET))

        payment_confirmation_in = cls(
            payment_id=payment_id,
            method_token=method_token,
        )

        return payment_confirmation_in
