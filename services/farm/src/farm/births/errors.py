"""What births refuse, by name."""

from amigok_chassis.errors import DomainError, NotFound


class BirthNotFound(NotFound):
    """There is no such birth."""

    code = "birth_not_found"


class NotADam(DomainError):
    """This animal cannot have borne."""

    status, code = 409, "not_a_dam"


class BornBeforeDamCame(DomainError):
    """The dam was not on the platform then."""

    status, code = 409, "born_before_dam_came"


class OtherSpecies(DomainError):
    """The breed is of another livestock type than the dam."""

    status, code = 422, "other_livestock_type"


class OwnRecord(DomainError):
    """Nobody confirms what they have recorded themselves."""

    status, code = 403, "own_record"
