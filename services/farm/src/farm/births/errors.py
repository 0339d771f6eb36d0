"""What is refused about births, by name."""

from amigok_chassis.errors import DomainError, NotFound


class BirthNotFound(NotFound):
    """There is no such birth."""

    code = "birth_not_found"


class NotADam(DomainError):
    """This animal cannot have given birth."""

    status, code = 409, "not_a_dam"


class BornBeforeDamCame(DomainError):
    """The dam was not on the platform then."""

    status, code = 409, "born_before_dam_came"


class OtherSpecies(DomainError):
    """The breed is of another livestock type than the dam."""

    status, code = 422, "other_livestock_type"


class OwnRecord(DomainError):
    """You recorded this birth yourself: somebody else has to confirm it."""

    status, code = 403, "own_record"
