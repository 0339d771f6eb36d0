"""Why a proposal is refused."""

from amigok_chassis.errors import DomainError


class ValueChanged(DomainError):
    """The animal's value has changed since this was proposed: propose it again."""

    status, code = 409, "value_changed"
