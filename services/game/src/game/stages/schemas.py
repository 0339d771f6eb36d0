"""The stages of contests over HTTP."""

from amigok_chassis.schemas import In, Version


class StageIn(In):
    """What an administrator has seen of a contest that they move."""

    version: Version
