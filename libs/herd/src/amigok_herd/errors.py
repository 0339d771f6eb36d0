"""What is refused because of whose an animal is and where one works, by name. The farm uses the same codes."""

from amigok_chassis.errors import DomainError, Forbidden, NotFound


class LivestockNotFound(NotFound):
    """There is no such animal, or it is not yours."""

    code = "livestock_not_found"


class OtherFarm(Forbidden):
    """You do not work on this farm."""

    code = "other_farm"


class OwnAnimal(DomainError):
    """You own this animal, or owned it then: somebody else must do this."""

    status, code = 403, "own_animal"
