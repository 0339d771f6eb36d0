"""What is refused about seasons, by name."""

from amigok_chassis.errors import NotFound


class SeasonNotFound(NotFound):
    """There is no such season."""

    code = "season_not_found"
