from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.offspring_in import OffspringIn


T = TypeVar("T", bound="BirthIn")


@_attrs_define
class BirthIn:
    born_at: datetime.datetime
    offspring: list[OffspringIn]
    client_id: None | Unset | UUID = UNSET
    """ The phone's own id of this entry. An entry that is sent again is recorded once. """

    def to_dict(self) -> dict[str, Any]:
        born_at = self.born_at.isoformat()

        offspring = []
        for offspring_item_data in self.offspring:
            offspring_item = offspring_item_data.to_dict()
            offspring.append(offspring_item)

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "born_at": born_at,
                "offspring": offspring,
            }
        )
        if client_id is not UNSET:
            field_dict["client_id"] = client_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.offspring_in import OffspringIn  # noqa: PLC0415

        d = dict(src_dict)
        born_at = datetime.datetime.fromisoformat(d.pop("born_at"))

        offspring = []
        _offspring = d.pop("offspring")
        for offspring_item_data in _offspring:
            offspring_item = OffspringIn.from_dict(offspring_item_data)

            offspring.append(offspring_item)

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

        birth_in = cls(
            born_at=born_at,
            offspring=offspring,
            client_id=client_id,
        )

        return birth_in
