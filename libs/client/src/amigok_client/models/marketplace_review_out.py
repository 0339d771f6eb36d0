from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.marketplace_review_out_side import MarketplaceReviewOutSide, check_marketplace_review_out_side
from ..models.marketplace_review_out_state import MarketplaceReviewOutState, check_marketplace_review_out_state

T = TypeVar("T", bound="MarketplaceReviewOut")


@_attrs_define
class MarketplaceReviewOut:
    """What one side of a completed order says of the other. Who they are it does not tell."""

    id: UUID
    published_at: datetime.datetime | None
    rating: int
    reply: None | str
    side: MarketplaceReviewOutSide
    state: MarketplaceReviewOutState
    text: str
    written_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        published_at: None | str
        if isinstance(self.published_at, datetime.datetime):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        rating = self.rating

        reply: None | str
        reply = self.reply

        side: str = self.side

        state: str = self.state

        text = self.text

        written_at = self.written_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "published_at": published_at,
                "rating": rating,
                "reply": reply,
                "side": side,
                "state": state,
                "text": text,
                "written_at": written_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_published_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.datetime.fromisoformat(data)

                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        published_at = _parse_published_at(d.pop("published_at"))

        rating = d.pop("rating")

        def _parse_reply(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reply = _parse_reply(d.pop("reply"))

        side = check_marketplace_review_out_side(d.pop("side"))

        state = check_marketplace_review_out_state(d.pop("state"))

        text = d.pop("text")

        written_at = datetime.datetime.fromisoformat(d.pop("written_at"))

        marketplace_review_out = cls(
            id=id,
            published_at=published_at,
            rating=rating,
            reply=reply,
            side=side,
            state=state,
            text=text,
            written_at=written_at,
        )

        marketplace_review_out.additional_properties = d
        return marketplace_review_out

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
