"""Reports of care over HTTP."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from amigok_chassis.schemas import In, Note, Out, Prose
from amigok_chassis.uploads import DOCUMENTS
from amigok_chassis.values import IsoDate
from amigok_contracts import Money
from amigok_contracts.values import known
from care.procedures.models import CareType
from care.reports.models import CareFile
from care.requests.schemas import CareSeenIn, Cost, ServiceName


class CareFollowUpIn(In):
    """Care that is to come; it becomes a request when this one is completed."""

    service_id: UUID
    due_on: IsoDate


class CareReportIn(In):
    findings: Note
    diagnosis: Prose = ""
    treatment: Prose = ""
    follow_up: CareFollowUpIn | None = None


class CareCompletionIn(CareSeenIn):
    """The request as it was seen. `cost` is what the work came to, if it is not what it was estimated at."""

    cost: Cost | None = None


class CareFileOut(Out):
    """A photo or document. Its content is at `url` and has `size` bytes."""

    id: UUID
    url: str
    media_type: Annotated[str, known(*DOCUMENTS)]
    size: int
    added_at: datetime

    @classmethod
    def of(cls, file: CareFile) -> Self:
        url = f"/api/v1/care-requests/{file.request_id}/files/{file.id}"
        return cls(url=url, **{name: getattr(file, name) for name in cls.model_fields if name != "url"})


class CareCostOut(Out):
    description: str
    amount: Money


class CareReportOut(Out):
    """What was found and done, and what it cost. While the care is in progress it may still change."""

    request_id: UUID
    service_name: ServiceName
    care_type: CareType
    livestock_id: UUID
    tag_number: str | None
    type_name: str | None
    breed_name: str | None
    sex: Annotated[str, known("female", "male")] | None
    farm_name: str | None
    findings: str
    diagnosis: str
    treatment: str
    follow_up_on: date | None
    costs: list[CareCostOut]
    cost: Money
    files: list[CareFileOut]
    started_at: datetime
    completed_at: datetime | None
