"""Consents over HTTP."""

from pydantic import Field

from amigok_chassis.schemas import In, Out


class ConsentIn(In):
    """Whether you may be told things by mail, and by SMS to your verified number."""

    email: bool = Field(strict=True)
    phone: bool = Field(strict=True)


class ConsentOut(Out):
    """How you may be told things, apart from your inbox."""

    email: bool
    phone: bool
