from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="WornIn")


@_attrs_define
class WornIn:
    """The badge and the title that others see beside your handle; null: none."""

    badge_id: None | UUID
    title_id: None | UUID

    def to_dict(self) -> dict[str, Any]:
        badge_id: None | str
        if isinstance(self.badge_id, UUID):
            badge_id = str(self.badge_id)
        else:
            badge_id = self.badge_id

        title_id: None | str
        if isinstance(self.title_id, UUID):
            title_id = str(self.title_id)
        else:
            title_id = self.title_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "badge_id": badge_id,
                "title_id": title_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_badge_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                badge_id_type_0 = UUID(data)

                return badge_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        badge_id = _parse_badge_id(d.pop("badge_id"))

        def _parse_title_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                title_id_type_0 = UUID(data)

                return title_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        title_id = _parse_title_id(d.pop("title_id"))

        worn_in = cls(
            badge_id=badge_id,
            title_id=title_id,
        )

        return worn_in
