from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.audit_entry_out_after import AuditEntryOutAfter
    from ..models.audit_entry_out_before import AuditEntryOutBefore


T = TypeVar("T", bound="AuditEntryOut")


@_attrs_define
class AuditEntryOut:
    """Who did what to what. Values that told of a person are gone when that person is deleted."""

    action: str
    actor_id: UUID
    """ All zeros for the service itself and its command line """
    address: str
    after: AuditEntryOutAfter
    at: datetime.datetime
    before: AuditEntryOutBefore
    number: int
    """ Counts the entries of the service from 1, without gaps """
    person_id: None | UUID
    """ Of whom some of the values tell, if not of the subject """
    subject_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        actor_id = str(self.actor_id)

        address = self.address

        after = self.after.to_dict()

        at = self.at.isoformat()

        before = self.before.to_dict()

        number = self.number

        person_id: None | str
        if isinstance(self.person_id, UUID):
            person_id = str(self.person_id)
        else:
            person_id = self.person_id

        subject_id = str(self.subject_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
                "actor_id": actor_id,
                "address": address,
                "after": after,
                "at": at,
                "before": before,
                "number": number,
                "person_id": person_id,
                "subject_id": subject_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_entry_out_after import AuditEntryOutAfter  # noqa: PLC0415
        from ..models.audit_entry_out_before import AuditEntryOutBefore  # noqa: PLC0415

        d = dict(src_dict)
        action = d.pop("action")

        actor_id = UUID(d.pop("actor_id"))

        address = d.pop("address")

        after = AuditEntryOutAfter.from_dict(d.pop("after"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        before = AuditEntryOutBefore.from_dict(d.pop("before"))

        number = d.pop("number")

        def _parse_person_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                person_id_type_0 = UUID(data)

                return person_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        person_id = _parse_person_id(d.pop("person_id"))

        subject_id = UUID(d.pop("subject_id"))

        audit_entry_out = cls(
            action=action,
            actor_id=actor_id,
            address=address,
            after=after,
            at=at,
            before=before,
            number=number,
            person_id=person_id,
            subject_id=subject_id,
        )

        audit_entry_out.additional_properties = d
        return audit_entry_out

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
