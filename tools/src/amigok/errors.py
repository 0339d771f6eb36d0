"""The one failure of this command: a message for the operator."""


class Failure(Exception):
    """Something the operator can act on; its text is printed as one message and the exit code is 1."""
