"""What the staff of farms run into, by name."""

from amigok_chassis.errors import Forbidden, NotFound


class NotFarmStaff(NotFound):
    """This user does not work on this farm."""

    code = "not_farm_staff"


class OtherFarm(Forbidden):
    """You do not work on this farm."""

    code = "other_farm"
