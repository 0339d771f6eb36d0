"""What is refused because of who owns an animal, by name."""

from amigok_chassis.errors import DomainError


class OwnAnimal(DomainError):
    """You own this animal, or have owned it since the time that this is about: somebody else must do this."""

    status, code = 403, "own_animal"
