"""What can go wrong with a query."""

from amigok_chassis.errors import DomainError, Unavailable


class QueryTooCostly(DomainError):
    """This takes more time or memory than a query may: ask for less time, or for fewer groups."""

    status, code = 422, "query_too_costly"


class NoTables(Unavailable):
    """The database of facts has no tables yet."""
