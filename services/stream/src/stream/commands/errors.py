"""What is refused about commands, by name."""

from amigok_chassis.errors import DomainError, NotFound


class CommandNotFound(NotFound):
    """There is no such command, or it is not yours."""

    code = "command_not_found"


class CommandNotSupported(DomainError):
    """The device has no capability of this name; it can only be restarted."""

    status, code = 422, "command_not_supported"


class TooManyCommands(DomainError):
    """As many commands wait for this device as may; cancel some or wait until they expire."""

    status, code = 409, "too_many_commands"
