"""What is refused about achievements, by name."""

from amigok_chassis.errors import DomainError, NotFound


class AchievementNotFound(NotFound):
    """There is no such achievement."""

    code = "achievement_not_found"


class AchievementExists(DomainError):
    """There is an achievement with this name already."""

    status, code = 409, "achievement_exists"


class AchievementRetired(DomainError):
    """This achievement is retired."""

    status, code = 409, "achievement_retired"
