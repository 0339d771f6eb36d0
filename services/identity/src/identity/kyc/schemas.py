"""Submissions over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import UploadFile
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from amigok_chassis.text import Line, Name
from amigok_chassis.uploads import DOCUMENTS
from amigok_chassis.values import IsoDate
from amigok_contracts.values import known
from identity.kyc.countries import COUNTRIES
from identity.kyc.models import KINDS
from identity.kyc.person import DocumentType, Person

Status = Literal["not_submitted", "pending", "approved", "rejected"]
SubmissionStatus = Literal["pending", "approved", "rejected", "withdrawn"]
Kind = Literal["front", "back", "selfie", "proof_of_address"]


def _country(value: str) -> str:
    if value not in COUNTRIES:
        raise ValueError("not a country of ISO 3166-1, in two capital letters")
    return value


class SubmitIn(BaseModel):
    """A form with files: PDF, JPEG or PNG, together at most 10 MiB."""

    model_config = ConfigDict(extra="forbid")

    legal_name: Annotated[Name, Field(max_length=200)]
    date_of_birth: Annotated[IsoDate, Field(ge=date(1900, 1, 1), le=date(2100, 1, 1))]
    country: Annotated[str, Field(min_length=2, max_length=2), AfterValidator(_country)]
    """The country that issued the document."""
    document_type: DocumentType
    document_number: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9]([ ./-]?[A-Za-z0-9]){3,38}$")]
    address: Annotated[Line, Field(min_length=5, max_length=300)]
    front: UploadFile
    back: UploadFile | None = None
    selfie: UploadFile | None = None
    proof_of_address: UploadFile | None = None

    def person(self) -> Person:
        return Person.model_validate(self.model_dump(exclude=set(KINDS)))

    async def files(self) -> dict[str, bytes]:
        """The content of the files that were sent, by kind."""
        sent = {kind: getattr(self, kind) for kind in KINDS}
        return {kind: await file.read() for kind, file in sent.items() if file is not None}


class StatusOut(BaseModel):
    """The status of one's own proof of identity. `reason` says why the last submission was rejected."""

    status: Status
    can_submit: bool
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    reason: str | None = None


class SubmissionOut(BaseModel):
    """A submission in the queue."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    user_id: UUID
    status: SubmissionStatus
    submitted_at: datetime
    decided_at: datetime | None
    decided_by: UUID | None
    reason: str | None


class DocumentOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    kind: Kind
    media_type: Annotated[str, known(*DOCUMENTS)]
    size: int = Field(description="Bytes")


class ReviewOut(SubmissionOut):
    """All that a reviewer needs. `person` is null once it may not be kept any longer."""

    person: Person | None
    documents: list[DocumentOut]
    same_document: list[UUID] = Field(
        description="Warning: other users who submitted an identity document with the same number (at most 20)"
    )


class RejectIn(BaseModel):
    """The reason, which the user reads."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[Line, Field(min_length=3, max_length=500)]
