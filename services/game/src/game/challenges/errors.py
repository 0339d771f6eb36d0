"""What is refused about challenges, by name."""

from amigok_chassis.errors import DomainError, NotFound


class ChallengeNotFound(NotFound):
    """There is no such challenge."""

    code = "challenge_not_found"


class ChallengeExists(DomainError):
    """There is a challenge with this name already."""

    status, code = 409, "challenge_exists"


class ChallengeRetired(DomainError):
    """This challenge is retired."""

    status, code = 409, "challenge_retired"


class ChallengeOver(DomainError):
    """This challenge is over."""

    status, code = 409, "challenge_over"


class TooManyChallenges(DomainError):
    """You have joined as many challenges as one can at once."""

    status, code = 409, "too_many_challenges"
    sends = {"limit": int}
