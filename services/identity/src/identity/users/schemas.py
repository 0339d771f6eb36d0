"""The fields that describe a user over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from amigok_chassis.text import Name
from amigok_contracts.values import Role, known


def address(value: str) -> str:
    """The address with its domain in lower-case ASCII, so that any mail server accepts it. Raises ValueError."""
    try:
        valid = validate_email(value, check_deliverability=False, test_environment=True, allow_smtputf8=False)
    except EmailNotValidError as error:
        raise ValueError("not an e-mail address that mail can be sent to") from error
    if valid.ascii_email is None or len(valid.ascii_email) > 254:
        raise ValueError("not an e-mail address that mail can be sent to")
    return valid.ascii_email


Email = Annotated[
    str,
    Field(min_length=3, max_length=254, json_schema_extra={"format": "email"}),
    AfterValidator(address),
]
Username = Annotated[
    str,
    Field(
        min_length=3,
        max_length=30,
        pattern=r"^[A-Za-z][A-Za-z0-9_.-]{2,29}$",
        description="Public. Upper and lower case are not distinguished",
    ),
]
FullName = Annotated[Name, Field(max_length=100)]


class Profile(BaseModel):
    """A user, as shown to that user."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    email: str
    username: str
    full_name: str | None
    role: Role
    email_verified: bool
    phone: str | None = Field(description="The verified phone number, in E.164")
    kyc_status: Annotated[str, known("approved", "not_submitted", "pending", "rejected")]
    created_at: datetime
