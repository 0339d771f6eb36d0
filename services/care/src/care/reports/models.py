"""Reports of care, and the files that belong to them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.due import Due
from amigok_chassis.ids import new_id
from amigok_chassis.uploads import DOCUMENTS, UPLOAD_BYTES
from care.models import Base


class Report(Due, Base):
    """What a veterinarian has found and done in the request with the same id; it is final with the request.

    The follow-up becomes a request when this one is completed. Then the PDF is to be made at `due_at`, and lies in the
    object storage since `stored_at`.
    """

    __tablename__ = "care_reports"

    id: Mapped[UUID] = mapped_column(ForeignKey("care_requests.id"), primary_key=True)
    findings: Mapped[str] = mapped_column(Text)
    diagnosis: Mapped[str] = mapped_column(Text)
    treatment: Mapped[str] = mapped_column(Text)
    follow_up_on: Mapped[date | None]
    follow_up_service_id: Mapped[UUID | None] = mapped_column(ForeignKey("care_services.id"))
    written_by: Mapped[UUID]
    written_at: Mapped[datetime]
    stored_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("num_nulls(follow_up_on, follow_up_service_id) <> 1", name="follow_up"),
        CheckConstraint("due_at IS NULL OR stored_at IS NULL", name="due"),
    )

    @property
    def key(self) -> str:
        """The name of its PDF in the object storage."""
        return f"reports/{self.id}.pdf"


class CareFile(Base):
    """A photo or document of a request, sealed in the object storage. It never changes."""

    __tablename__ = "care_files"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("care_requests.id"))
    media_type: Mapped[str] = mapped_column(String(20))
    size: Mapped[int]
    added_by: Mapped[UUID]
    added_at: Mapped[datetime]

    __table_args__ = (
        CheckConstraint(f"media_type IN {DOCUMENTS}", name="media_type"),
        CheckConstraint(f"size BETWEEN 1 AND {UPLOAD_BYTES}", name="size"),
        Index(None, "request_id", "id"),
    )

    @property
    def key(self) -> str:
        """Its name in the object storage."""
        return f"files/{self.id}"
