"""What is refused around players, by name."""

from amigok_chassis.errors import NotFound


class NotYourFarm(NotFound):
    """You have no animal on this farm."""

    code = "not_your_farm"
