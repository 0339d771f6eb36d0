from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="BatchOut")


@_attrs_define
class BatchOut:
    """A batch at one place. `reserved` is the part of its quantity that prescriptions have been promised."""

    batch_number: str
    expires_on: datetime.date
    farm_id: None | UUID
    id: UUID
    medicine_id: UUID
    quantity: str
    recalled_at: datetime.datetime | None
    received_at: datetime.datetime
    reserved: str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        batch_number = self.batch_number

        expires_on = self.expires_on.isoformat()

        farm_id: None | str
        if isinstance(self.farm_id, UUID):
            farm_id = str(self.farm_id)
        else:
            farm_id = self.farm_id

        id = str(self.id)

        medicine_id = str(self.medicine_id)

        quantity = self.quantity

        recalled_at: None | str
        if isinstance(self.recalled_at, datetime.datetime):
            recalled_at = self.recalled_at.isoformat()
        else:
            recalled_at = self.recalled_at

        received_at = self.received_at.isoformat()

        reserved = self.reserved

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "batch_number": batch_number,
                "expires_on": expires_on,
                "farm_id": farm_id,
                "id": id,
                "medicine_id": medicine_id,
                "quantity": quantity,
                "recalled_at": recalled_at,
                "received_at": received_at,
                "reserved": reserved,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        batch_number = d.pop("batch_number")

        expires_on = datetime.date.fromisoformat(d.pop("expires_on"))

        def _parse_farm_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                farm_id_type_0 = UUID(data)

                return farm_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        farm_id = _parse_farm_id(d.pop("farm_id"))

        id = UUID(d.pop("id"))

        medicine_id = UUID(d.pop("medicine_id"))

        quantity = d.pop("quantity")

        def _parse_recalled_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                recalled_at_type_0 = datetime.datetime.fromisoformat(data)

                return recalled_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        recalled_at = _parse_recalled_at(d.pop("recalled_at"))

        received_at = datetime.datetime.fromisoformat(d.pop("received_at"))

        reserved = d.pop("reserved")

        version = d.pop("version")

        batch_out = cls(
            batch_number=batch_number,
            expires_on=expires_on,
            farm_id=farm_id,
            id=id,
            medicine_id=medicine_id,
            quantity=quantity,
            recalled_at=recalled_at,
            received_at=received_at,
            reserved=reserved,
            version=version,
        )

        batch_out.additional_properties = d
        return batch_out

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
