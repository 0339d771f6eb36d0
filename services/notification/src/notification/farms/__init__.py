"""What the service knows about farms, from the farm's events."""

from amigok_chassis.service import Noun
from amigok_herd import farm_handlers
from notification.farms.models import Breed, Farm, LivestockType

noun = Noun(consumes={"farms": farm_handlers(Farm, LivestockType, Breed)})
