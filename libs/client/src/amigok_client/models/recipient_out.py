from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RecipientOut")


@_attrs_define
class RecipientOut:
    """An animal for which some of a batch was dispensed. `owner_id` owns it, or owned it then if it is gone."""

    dispensed_at: datetime.datetime
    id: UUID
    livestock_id: UUID
    owner_id: None | UUID
    prescription_id: UUID
    quantity: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        dispensed_at = self.dispensed_at.isoformat()

        id = str(self.id)

        livestock_id = str(self.livestock_id)

        owner_id: None | str
        if isinstance(self.owner_id, UUID):
            owner_id = str(self.owner_id)
        else:
            owner_id = self.owner_id

        prescription_id = str(self.prescription_id)

        quantity = self.quantity

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dispensed_at": dispensed_at,
                "id": id,
                "livestock_id": livestock_id,
                "owner_id": owner_id,
                "prescription_id": prescription_id,
                "quantity": quantity,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        dispensed_at = datetime.datetime.fromisoformat(d.pop("dispensed_at"))

        id = UUID(d.pop("id"))

        livestock_id = UUID(d.pop("livestock_id"))

        def _parse_owner_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_id_type_0 = UUID(data)

                return owner_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        owner_id = _parse_owner_id(d.pop("owner_id"))

        prescription_id = UUID(d.pop("prescription_id"))

        quantity = d.pop("quantity")

        recipient_out = cls(
            dispensed_at=dispensed_at,
            id=id,
            livestock_id=livestock_id,
            owner_id=owner_id,
            prescription_id=prescription_id,
            quantity=quantity,
        )

        recipient_out.additional_properties = d
        return recipient_out

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
