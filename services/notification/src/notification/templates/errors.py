"""What is refused about templates, by name."""

from amigok_chassis.errors import NotFound


class KindNotFound(NotFound):
    """Nothing of this kind is ever told."""

    code = "kind_not_found"
