from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ParticularsIn")


@_attrs_define
class ParticularsIn:
    """All particulars as they are to be, null for what is not known, and the animal's version that you have read."""

    birth_dam_id: None | UUID
    date_of_birth: datetime.date | None
    eid: None | str
    genetic_dam_id: None | UUID
    sire_id: None | UUID
    version: int
    """ The version that you have read """

    def to_dict(self) -> dict[str, Any]:
        birth_dam_id: None | str
        if isinstance(self.birth_dam_id, UUID):
            birth_dam_id = str(self.birth_dam_id)
        else:
            birth_dam_id = self.birth_dam_id

        date_of_birth: None | str
        if isinstance(self.date_of_birth, datetime.date):
            date_of_birth = self.date_of_birth.isoformat()
        else:
            date_of_birth = self.date_of_birth

        eid: None | str
        eid = self.eid

        genetic_dam_id: None | str
        if isinstance(self.genetic_dam_id, UUID):
            genetic_dam_id = str(self.genetic_dam_id)
        else:
            genetic_dam_id = self.genetic_dam_id

        sire_id: None | str
        if isinstance(self.sire_id, UUID):
            sire_id = str(self.sire_id)
        else:
            sire_id = self.sire_id

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "birth_dam_id": birth_dam_id,
                "date_of_birth": date_of_birth,
                "eid": eid,
                "genetic_dam_id": genetic_dam_id,
                "sire_id": sire_id,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_birth_dam_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                birth_dam_id_type_0 = UUID(data)

                return birth_dam_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        birth_dam_id = _parse_birth_dam_id(d.pop("birth_dam_id"))

        def _parse_date_of_birth(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                date_of_birth_type_0 = datetime.date.fromisoformat(data)

                return date_of_birth_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        date_of_birth = _parse_date_of_birth(d.pop("date_of_birth"))

        def _parse_eid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        eid = _parse_eid(d.pop("eid"))

        def _parse_genetic_dam_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                genetic_dam_id_type_0 = UUID(data)

                return genetic_dam_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        genetic_dam_id = _parse_genetic_dam_id(d.pop("genetic_dam_id"))

        def _parse_sire_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sire_id_type_0 = UUID(data)

                return sire_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        sire_id = _parse_sire_id(d.pop("sire_id"))

        version = d.pop("version")

        particulars_in = cls(
            birth_dam_id=birth_dam_id,
            date_of_birth=date_of_birth,
            eid=eid,
            genetic_dam_id=genetic_dam_id,
            sire_id=sire_id,
            version=version,
        )

        return particulars_in
