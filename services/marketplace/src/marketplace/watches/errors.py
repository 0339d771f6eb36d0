"""Why a watch is refused."""

from amigok_chassis.errors import DomainError


class TooManyWatches(DomainError):
    """You watch as many listings as one may."""

    status, code = 409, "too_many_watches"
