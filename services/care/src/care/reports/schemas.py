"""Reports of care over HTTP."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from amigok_chassis.values import IsoDate
from amigok_contracts import Money
from care.reports.models import CareFile
from care.requests.schemas import Cost, SeenIn
from care.schemas import In, Note, Out, Prose


class FollowUpIn(In):
    """Care that is to come; it becomes a request when this one is completed."""

    service_id: UUID
    due_on: IsoDate


class ReportIn(In):
    findings: Note
    diagnosis: Prose = ""
    treatment: Prose = ""
    follow_up: FollowUpIn | None = None


class CompletionIn(SeenIn):
    """The request as it was seen. `cost` is what the work came to, if it is not what it was estimated at."""

    cost: Cost | None = None


class FileOut(Out):
    """A photo or document. Its content is at `url` and has `size` bytes."""

    id: UUID
    url: str
    media_type: str
    size: int
    added_at: datetime

    @classmethod
    def of(cls, file: CareFile) -> Self:
        url = f"/api/v1/care-requests/{file.request_id}/files/{file.id}"
        return cls(url=url, **{name: getattr(file, name) for name in cls.model_fields if name != "url"})


class CostOut(Out):
    description: str
    amount: Money


class ReportOut(Out):
    """What was found and done, and what it cost. While the care is in progress it may still change."""

    request_id: UUID
    service_name: str
    care_type: str
    livestock_id: UUID
    tag_number: str | None
    type_name: str | None
    breed_name: str | None
    sex: str | None
    farm_name: str | None
    findings: str
    diagnosis: str
    treatment: str
    follow_up_on: date | None
    costs: list[CostOut]
    cost: Money
    files: list[FileOut]
    started_at: datetime
    completed_at: datetime | None
