from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.feeding_out import FeedingOut


T = TypeVar("T", bound="FeedingVerdictOut")


@_attrs_define
class FeedingVerdictOut:
    """What became of one feeding: either it is recorded, or `code` and `title` say why not, as a problem would."""

    client_id: UUID
    code: None | str | Unset = UNSET
    feeding: FeedingOut | None | Unset = UNSET
    title: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.feeding_out import FeedingOut  # noqa: PLC0415

        client_id = str(self.client_id)

        code: None | str | Unset
        if isinstance(self.code, Unset):
            code = UNSET
        else:
            code = self.code

        feeding: dict[str, Any] | None | Unset
        if isinstance(self.feeding, Unset):
            feeding = UNSET
        elif isinstance(self.feeding, FeedingOut):
            feeding = self.feeding.to_dict()
        else:
            feeding = self.feeding

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
            }
        )
        if code is not UNSET:
            field_dict["code"] = code
        if feeding is not UNSET:
            field_dict["feeding"] = feeding
        if title is not UNSET:
            field_dict["title"] = title

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.feeding_out import FeedingOut  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        def _parse_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        code = _parse_code(d.pop("code", UNSET))

        def _parse_feeding(data: object) -> FeedingOut | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                feeding_type_0 = FeedingOut.from_dict(data)

                return feeding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FeedingOut | None | Unset, data)

        feeding = _parse_feeding(d.pop("feeding", UNSET))

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        feeding_verdict_out = cls(
            client_id=client_id,
            code=code,
            feeding=feeding,
            title=title,
        )

        feeding_verdict_out.additional_properties = d
        return feeding_verdict_out

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
