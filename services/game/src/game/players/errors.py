"""What is refused about players, by name."""

from amigok_chassis.errors import DomainError, NotFound, RetryAfter


class NotPlaying(NotFound):
    """You do not play yet; join at /api/v1/games/pilot-farming/player."""

    code = "not_playing"


class HandleTaken(DomainError):
    """Somebody else has this handle."""

    status, code = 409, "handle_taken"


class MinorsAreNotShown(DomainError):
    """Leaderboards of all do not show minors."""

    status, code = 422, "minors_are_not_shown"


class AgeNotProved(DomainError):
    """You have said that you are a minor. Once your identity is verified, this ends."""

    status, code = 409, "age_not_proved"


class TimeZoneChangedLately(DomainError):
    """You have changed your time zone lately."""

    status, code = 429, "time_zone_changed_lately"
    sends = {"retry_after": RetryAfter}
