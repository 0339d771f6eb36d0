"""What is refused about entries, by name."""

from amigok_chassis.errors import DomainError, NotFound


class EntryNotFound(NotFound):
    """There is no such entry, or it is not yours."""

    code = "entry_not_found"


class RegistrationClosed(DomainError):
    """Nobody can enter this contest now."""

    status, code = 409, "registration_closed"


class ContestHasChanged(DomainError):
    """The contest has other terms than you have seen: read its fee and rules again."""

    status, code = 409, "contest_changed"
    sends = {"version": int}


class NotEligible(DomainError):
    """The animal, or its owner, may not enter this contest; `reasons` says why."""

    status, code = 409, "not_eligible"
    sends = {"reasons": list[str]}


class AlreadyEntered(DomainError):
    """This animal is in the contest."""

    status, code = 409, "already_entered"


class NoPlaceLeft(DomainError):
    """All places are taken."""

    status, code = 409, "no_place_left"


class TooManyEntries(DomainError):
    """You have entered as many animals as the rules allow."""

    status, code = 409, "too_many_entries"
    sends = {"most": int}


class FeePending(DomainError):
    """The fee is not held yet: wait for the wallet's answer."""

    status, code = 409, "fee_pending"
