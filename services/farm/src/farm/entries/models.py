"""The client ids of what was entered in the field."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from farm.models import Base


class FieldEntry(Base):
    """An entry of one person under an id of their phone: the digest of what they sent, and the record that it became.

    `record_id` is null only within the transaction that makes the record.
    """

    __tablename__ = "field_entries"

    recorded_by: Mapped[UUID] = mapped_column(primary_key=True)
    client_id: Mapped[UUID] = mapped_column(primary_key=True)
    digest: Mapped[bytes]
    record_id: Mapped[UUID | None]
