from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.web_push_in import WebPushIn


T = TypeVar("T", bound="NotificationDeviceIn")


@_attrs_define
class NotificationDeviceIn:
    """A browser's subscription or an app's registration token: one of them."""

    name: str
    fcm_token: None | str | Unset = UNSET
    web_push: None | Unset | WebPushIn = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.web_push_in import WebPushIn  # noqa: PLC0415

        name = self.name

        fcm_token: None | str | Unset
        if isinstance(self.fcm_token, Unset):
            fcm_token = UNSET
        else:
            fcm_token = self.fcm_token

        web_push: dict[str, Any] | None | Unset
        if isinstance(self.web_push, Unset):
            web_push = UNSET
        elif isinstance(self.web_push, WebPushIn):
            web_push = self.web_push.to_dict()
        else:
            web_push = self.web_push

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if fcm_token is not UNSET:
            field_dict["fcm_token"] = fcm_token
        if web_push is not UNSET:
            field_dict["web_push"] = web_push

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.web_push_in import WebPushIn  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        def _parse_fcm_token(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        fcm_token = _parse_fcm_token(d.pop("fcm_token", UNSET))

        def _parse_web_push(data: object) -> None | Unset | WebPushIn:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                web_push_type_0 = WebPushIn.from_dict(data)

                return web_push_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | WebPushIn, data)

        web_push = _parse_web_push(d.pop("web_push", UNSET))

        notification_device_in = cls(
            name=name,
            fcm_token=fcm_token,
            web_push=web_push,
        )

        return notification_device_in
