"""Administration over HTTP."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from amigok_chassis.proposals import ProposalOut
from amigok_chassis.text import Prose
from identity.users.schemas import Email, FullName, Username

Role = Literal["investor", "gamer", "admin", "farm_staff", "veterinarian"]
Status = Literal["active", "deactivated", "deleted"]


Notes = Annotated[Prose, Field(min_length=1, max_length=1000)]
Reason = Annotated[Prose, Field(min_length=1, max_length=250)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewUserIn(_Body):
    """The person to invite. Without a username the person chooses one."""

    email: Email
    role: Role
    username: Username | None = None
    full_name: FullName | None = None
    notes: Notes | None = None


class UserIn(_Body):
    """All that an administrator edits. `version` is the version of the user that was shown."""

    version: int = Field(ge=1, le=2**31 - 1)
    full_name: FullName | None
    notes: Notes | None


class RoleIn(_Body):
    role: Role


class Activation(_Body):
    status: Literal["active"]


class Deactivation(_Body):
    status: Literal["deactivated"]
    reason: Reason


StatusIn = Annotated[Activation | Deactivation, Field(discriminator="status")]


class UserOut(BaseModel):
    """A user, as listed to administrators."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str
    username: str
    full_name: str | None
    role: Role
    status: Status
    email_verified: bool
    created_at: datetime
    last_login_at: datetime | None


class UserDetails(UserOut):
    """A user, as shown to administrators."""

    status_reason: str | None = Field(description="Why the account was deactivated")
    notes: str | None
    created_by: UUID | None = Field(description="The administrator who made the account")
    version: int


class NewUserOut(UserDetails):
    """The account that was made. Its role may wait for another administrator."""

    proposal: ProposalOut | None


class Registrations(BaseModel):
    day: date
    count: int


class StatisticsOut(BaseModel):
    """How many users there are. Deleted ones count only in `by_status`."""

    total: int
    by_role: dict[Role, int]
    by_status: dict[Status, int]
    verified: int
    unverified: int
    registrations: list[Registrations] = Field(description="Of the last 30 days in UTC, oldest first")
