from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.language import Language, check_language
from ..models.segment_role_type_0 import SegmentRoleType0, check_segment_role_type_0
from ..types import UNSET, Unset

T = TypeVar("T", bound="Segment")


@_attrs_define
class Segment:
    """Who is told: active users for whom everything holds that is named; without anything, all of them."""

    language: Language | None | Unset = UNSET
    owners_at_farm_id: None | Unset | UUID = UNSET
    """ Who owns animals that are at this farm """
    role: None | SegmentRoleType0 | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        elif isinstance(self.language, str):
            language = self.language
        else:
            language = self.language

        owners_at_farm_id: None | str | Unset
        if isinstance(self.owners_at_farm_id, Unset):
            owners_at_farm_id = UNSET
        elif isinstance(self.owners_at_farm_id, UUID):
            owners_at_farm_id = str(self.owners_at_farm_id)
        else:
            owners_at_farm_id = self.owners_at_farm_id

        role: None | str | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        elif isinstance(self.role, str):
            role = self.role
        else:
            role = self.role

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if language is not UNSET:
            field_dict["language"] = language
        if owners_at_farm_id is not UNSET:
            field_dict["owners_at_farm_id"] = owners_at_farm_id
        if role is not UNSET:
            field_dict["role"] = role

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_language(data: object) -> Language | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                language_type_0 = check_language(data)

                return language_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Language | None | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        def _parse_owners_at_farm_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owners_at_farm_id_type_0 = UUID(data)

                return owners_at_farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        owners_at_farm_id = _parse_owners_at_farm_id(d.pop("owners_at_farm_id", UNSET))

        def _parse_role(data: object) -> None | SegmentRoleType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                role_type_0 = check_segment_role_type_0(data)

                return role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SegmentRoleType0 | Unset, data)

        role = _parse_role(d.pop("role", UNSET))

        segment = cls(
            language=language,
            owners_at_farm_id=owners_at_farm_id,
            role=role,
        )

        return segment
