"""What is refused about statements, by name."""

from amigok_chassis.errors import NotFound


class StatementNotFound(NotFound):
    """There is no such statement, or it is not yours."""

    code = "feed_statement_not_found"
