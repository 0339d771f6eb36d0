"""The errors of the gateway, and of paths that the portal does not have."""

from amigok_chassis.errors import DomainError, NotFound, Unavailable


class BadGateway(DomainError):
    """The service behind this path did not answer properly; try again soon."""

    status, code = 502, "bad_gateway"


class GatewayTimeout(DomainError):
    """The service behind this path did not answer in time."""

    status, code = 504, "gateway_timeout"


class NoSuchPath(NotFound):
    """There is nothing at this path."""


class ServiceDown(Unavailable):
    """The service behind this path is out of order; try again soon."""


FROM_GATEWAY: dict[int, type[DomainError]] = {
    error.status: error for error in (NoSuchPath, BadGateway, ServiceDown, GatewayTimeout)
}
"""The errors that Traefik asks the portal for, by status."""

RETRY_AFTER = {502: "2", 503: "2", 504: "5"}
"""After how many seconds it makes sense to try again, by status."""
