"""What the service knows about animals, from the farm's events."""

from amigok_chassis.service import Noun
from amigok_herd import animal_handlers
from notification.animals.locks import ANIMALS
from notification.animals.models import Animal, Ownership

noun = Noun(consumes={"animals": animal_handlers(Animal, Ownership, ANIMALS)})
