from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.import_out_status import ImportOutStatus, check_import_out_status

T = TypeVar("T", bound="ImportOut")


@_attrs_define
class ImportOut:
    """The progress of an import. `done` of `total` rows were added, refused or found to exist already."""

    added: int
    already_there: int
    created_at: datetime.datetime
    done: int
    dry_run: bool
    finished_at: datetime.datetime | None
    id: UUID
    refused: int
    status: ImportOutStatus
    total: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        added = self.added

        already_there = self.already_there

        created_at = self.created_at.isoformat()

        done = self.done

        dry_run = self.dry_run

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        id = str(self.id)

        refused = self.refused

        status: str = self.status

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "added": added,
                "already_there": already_there,
                "created_at": created_at,
                "done": done,
                "dry_run": dry_run,
                "finished_at": finished_at,
                "id": id,
                "refused": refused,
                "status": status,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added = d.pop("added")

        already_there = d.pop("already_there")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        done = d.pop("done")

        dry_run = d.pop("dry_run")

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        id = UUID(d.pop("id"))

        refused = d.pop("refused")

        status = check_import_out_status(d.pop("status"))

        total = d.pop("total")

        import_out = cls(
            added=added,
            already_there=already_there,
            created_at=created_at,
            done=done,
            dry_run=dry_run,
            finished_at=finished_at,
            id=id,
            refused=refused,
            status=status,
            total=total,
        )

        import_out.additional_properties = d
        return import_out

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
