"""The table of deletions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from identity.deletions.machine import DELETIONS
from identity.models import Base


class Deletion(Base):
    """An administrator's request to delete a user. `answers` are the obstacles that each service named.

    `was_active` says that the account was deactivated only while services are asked.
    """

    __tablename__ = "deletions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    requested_by: Mapped[UUID]
    requested_at: Mapped[datetime]
    was_active: Mapped[bool]
    answers: Mapped[dict[str, list[str]]] = mapped_column(JSONB)
    state: Mapped[str] = mapped_column(String(10))
    ended_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint(DELETIONS.check("state"), name="state"),
        CheckConstraint("(state = 'checking') = (ended_at IS NULL)", name="ended"),
        Index("deletions_open_key", "user_id", unique=True, postgresql_where=text("state = 'checking'")),
        Index("deletions_user_id_idx", "user_id", "id"),
    )

    @hybrid_property
    def is_open(self) -> bool:
        return self.state == "checking"

    @property
    def obstacles(self) -> dict[str, list[str]]:
        """What prevents the deletion, by service; empty if nothing does."""
        return {service: found for service, found in self.answers.items() if found}

    def answered(self, service: str, obstacles: tuple[str, ...]) -> None:
        self.answers = {**self.answers, service: sorted(obstacles)}

    def end(self, action: str, now: datetime) -> None:
        """Ends the deletion by `refuse` or `finish`. Raises WrongState unless it is open."""
        self.state, self.ended_at = DELETIONS.follow(action, self.state), now
