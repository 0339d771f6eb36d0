"""What is refused about preferences, by name."""

from amigok_chassis.errors import DomainError


class KindMandatory(DomainError):
    """What concerns the security of your account is always told at once."""

    status, code = 422, "kind_mandatory"
    sends = {"kind": str}


class InvalidStopLink(DomainError):
    """This link ends no mails: it is wrong, or was changed."""

    status, code = 422, "invalid_stop_link"
