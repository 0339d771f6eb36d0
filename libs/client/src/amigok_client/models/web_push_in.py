from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.subscription_keys import SubscriptionKeys


T = TypeVar("T", bound="WebPushIn")


@_attrs_define
class WebPushIn:
    """What a browser gave as its subscription."""

    endpoint: str
    keys: SubscriptionKeys
    """ The keys of `PushSubscription.toJSON()`, base64url. """

    def to_dict(self) -> dict[str, Any]:
        endpoint = self.endpoint

        keys = self.keys.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "endpoint": endpoint,
                "keys": keys,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.subscription_keys import SubscriptionKeys  # noqa: PLC0415

        d = dict(src_dict)
        endpoint = d.pop("endpoint")

        keys = SubscriptionKeys.from_dict(d.pop("keys"))

        web_push_in = cls(
            endpoint=endpoint,
            keys=keys,
        )

        return web_push_in
