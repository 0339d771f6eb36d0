"""The tables of submissions and documents. Personal data are sealed, and files are in the object storage."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from amigok_chassis.uploads import UPLOAD_BYTES
from identity.kyc.errors import KycClosed
from identity.models import Base

STATUSES = ("pending", "approved", "rejected", "withdrawn")
KINDS = ("front", "back", "selfie", "proof_of_address")

UPLOADING = timedelta(hours=1)
"""How long a document may wait for its submission before it is removed."""

REJECTED_KEPT = timedelta(days=90)
"""How long the documents and personal data of a rejected submission are kept."""

CLOSED_KEPT = timedelta(days=5 * 365)
"""How long an approved submission is kept after its account ends, as rules against money laundering require."""


class Submission(Base):
    """What a user submitted, and what was decided."""

    __tablename__ = "kyc_submissions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    status: Mapped[str] = mapped_column(String(20))
    sealed: Mapped[bytes | None]
    """The person as sealed JSON; null once it may not be kept any longer."""
    number_digest: Mapped[bytes | None]
    """Recognises the same identity document in another user's submission."""
    submitted_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    reason: Mapped[str | None] = mapped_column(String(500))
    erase_after: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("(status = 'pending') = (decided_at IS NULL)", name="decided_at"),
        CheckConstraint("(status IN ('approved', 'rejected')) = (decided_by IS NOT NULL)", name="decided_by"),
        CheckConstraint("decided_by <> user_id", name="not_by_themself"),
        CheckConstraint("(status = 'rejected') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("(sealed IS NULL) = (number_digest IS NULL)", name="sealed"),
        CheckConstraint("sealed IS NOT NULL OR status <> 'pending'", name="pending"),
        Index(
            "kyc_submissions_live_key",
            "user_id",
            unique=True,
            postgresql_where=sql("status IN ('pending', 'approved')"),
        ),
        Index("kyc_submissions_user_id_idx", "user_id", "id"),
        Index("kyc_submissions_status_idx", "status", "id"),
        Index("kyc_submissions_number_digest_idx", "number_digest"),
        Index("kyc_submissions_erase_after_idx", "erase_after", postgresql_where=sql("erase_after IS NOT NULL")),
    )

    def decide(self, status: str, *, by: UUID, now: datetime, reason: str | None = None) -> None:
        """Records the decision. Raises KycClosed when somebody else has decided already."""
        if self.status != "pending":
            raise KycClosed(f"This submission is {self.status} already.", kyc_status=self.status)
        self.status, self.decided_by, self.decided_at, self.reason = status, by, now, reason
        if status == "rejected":
            self.erase_after = now + REJECTED_KEPT


class Document(Base):
    """One file. Its row is made before the file is stored, and belongs to a submission afterwards."""

    __tablename__ = "kyc_documents"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    submission_id: Mapped[UUID | None] = mapped_column(ForeignKey("kyc_submissions.id"))
    kind: Mapped[str] = mapped_column(String(20))
    media_type: Mapped[str] = mapped_column(String(50))
    size: Mapped[int]
    created_at: Mapped[datetime]
    remove_after: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(f"kind IN {KINDS}", name="kind"),
        CheckConstraint(f"size BETWEEN 1 AND {UPLOAD_BYTES}", name="size"),
        CheckConstraint("submission_id IS NOT NULL OR remove_after IS NOT NULL", name="orphan"),
        UniqueConstraint("submission_id", "kind"),
        Index("kyc_documents_remove_after_idx", "remove_after", postgresql_where=sql("remove_after IS NOT NULL")),
    )

    @property
    def key(self) -> str:
        """Its key in the object storage."""
        return object_key(self.id)


def object_key(document_id: UUID) -> str:
    return f"kyc/{document_id}"
