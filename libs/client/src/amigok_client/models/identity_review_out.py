from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.identity_review_out_status import IdentityReviewOutStatus, check_identity_review_out_status

if TYPE_CHECKING:
    from ..models.document_out import DocumentOut
    from ..models.person import Person


T = TypeVar("T", bound="IdentityReviewOut")


@_attrs_define
class IdentityReviewOut:
    """All that a reviewer needs. `person` is null once it may not be kept any longer."""

    decided_at: datetime.datetime | None
    decided_by: None | UUID
    documents: list[DocumentOut]
    id: UUID
    person: None | Person
    reason: None | str
    same_document: list[UUID]
    """ Warning: other users who submitted an identity document with the same number (at most 20) """
    status: IdentityReviewOutStatus
    submitted_at: datetime.datetime
    user_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.person import Person  # noqa: PLC0415

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        decided_by: None | str
        if isinstance(self.decided_by, UUID):
            decided_by = str(self.decided_by)
        else:
            decided_by = self.decided_by

        documents = []
        for documents_item_data in self.documents:
            documents_item = documents_item_data.to_dict()
            documents.append(documents_item)

        id = str(self.id)

        person: dict[str, Any] | None
        if isinstance(self.person, Person):
            person = self.person.to_dict()
        else:
            person = self.person

        reason: None | str
        reason = self.reason

        same_document = []
        for same_document_item_data in self.same_document:
            same_document_item = str(same_document_item_data)
            same_document.append(same_document_item)

        status: str = self.status

        submitted_at = self.submitted_at.isoformat()

        user_id = str(self.user_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decided_at": decided_at,
                "decided_by": decided_by,
                "documents": documents,
                "id": id,
                "person": person,
                "reason": reason,
                "same_document": same_document,
                "status": status,
                "submitted_at": submitted_at,
                "user_id": user_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.document_out import DocumentOut  # noqa: PLC0415
        from ..models.person import Person  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        def _parse_decided_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_by_type_0 = UUID(data)

                return decided_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        documents = []
        _documents = d.pop("documents")
        for documents_item_data in _documents:
            documents_item = DocumentOut.from_dict(documents_item_data)

            documents.append(documents_item)

        id = UUID(d.pop("id"))

        def _parse_person(data: object) -> None | Person:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                person_type_0 = Person.from_dict(data)

                return person_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Person, data)

        person = _parse_person(d.pop("person"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        same_document = []
        _same_document = d.pop("same_document")
        for same_document_item_data in _same_document:
            same_document_item = UUID(same_document_item_data)

            same_document.append(same_document_item)

        status = check_identity_review_out_status(d.pop("status"))

        submitted_at = datetime.datetime.fromisoformat(d.pop("submitted_at"))

        user_id = UUID(d.pop("user_id"))

        identity_review_out = cls(
            decided_at=decided_at,
            decided_by=decided_by,
            documents=documents,
            id=id,
            person=person,
            reason=reason,
            same_document=same_document,
            status=status,
            submitted_at=submitted_at,
            user_id=user_id,
        )

        identity_review_out.additional_properties = d
        return identity_review_out

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
