from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.movement_out_kind import MovementOutKind, check_movement_out_kind

T = TypeVar("T", bound="MovementOut")


@_attrs_define
class MovementOut:
    """One row of the register. `version` is the animal's version afterwards. A null farm is outside of the platform."""

    corrects_id: None | UUID
    from_farm_id: None | UUID
    id: UUID
    kind: MovementOutKind
    livestock_id: UUID
    occurred_at: datetime.datetime
    recorded_at: datetime.datetime
    reference_id: None | UUID
    to_farm_id: None | UUID
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        corrects_id: None | str
        if isinstance(self.corrects_id, UUID):
            corrects_id = str(self.corrects_id)
        else:
            corrects_id = self.corrects_id

        from_farm_id: None | str
        if isinstance(self.from_farm_id, UUID):
            from_farm_id = str(self.from_farm_id)
        else:
            from_farm_id = self.from_farm_id

        id = str(self.id)

        kind: str = self.kind

        livestock_id = str(self.livestock_id)

        occurred_at = self.occurred_at.isoformat()

        recorded_at = self.recorded_at.isoformat()

        reference_id: None | str
        if isinstance(self.reference_id, UUID):
            reference_id = str(self.reference_id)
        else:
            reference_id = self.reference_id

        to_farm_id: None | str
        if isinstance(self.to_farm_id, UUID):
            to_farm_id = str(self.to_farm_id)
        else:
            to_farm_id = self.to_farm_id

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "corrects_id": corrects_id,
                "from_farm_id": from_farm_id,
                "id": id,
                "kind": kind,
                "livestock_id": livestock_id,
                "occurred_at": occurred_at,
                "recorded_at": recorded_at,
                "reference_id": reference_id,
                "to_farm_id": to_farm_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_corrects_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                corrects_id_type_0 = UUID(data)

                return corrects_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        corrects_id = _parse_corrects_id(d.pop("corrects_id"))

        def _parse_from_farm_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                from_farm_id_type_0 = UUID(data)

                return from_farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        from_farm_id = _parse_from_farm_id(d.pop("from_farm_id"))

        id = UUID(d.pop("id"))

        kind = check_movement_out_kind(d.pop("kind"))

        livestock_id = UUID(d.pop("livestock_id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        def _parse_reference_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reference_id_type_0 = UUID(data)

                return reference_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        reference_id = _parse_reference_id(d.pop("reference_id"))

        def _parse_to_farm_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                to_farm_id_type_0 = UUID(data)

                return to_farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        to_farm_id = _parse_to_farm_id(d.pop("to_farm_id"))

        version = d.pop("version")

        movement_out = cls(
            corrects_id=corrects_id,
            from_farm_id=from_farm_id,
            id=id,
            kind=kind,
            livestock_id=livestock_id,
            occurred_at=occurred_at,
            recorded_at=recorded_at,
            reference_id=reference_id,
            to_farm_id=to_farm_id,
            version=version,
        )

        movement_out.additional_properties = d
        return movement_out

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
