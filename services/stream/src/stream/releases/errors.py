"""What is refused about released footage, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ReleaseNotFound(NotFound):
    """You have released no such footage of this animal."""

    code = "release_not_found"


class NotYourTime(DomainError):
    """The animal was not yours in all of this time: only what was yours can be released."""

    status, code = 409, "not_your_time"


class TooManyReleases(DomainError):
    """You have released as many times of this animal as you may; withdraw one first."""

    status, code = 409, "too_many_releases"
