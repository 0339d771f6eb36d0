from amigok_chassis.service import Noun, Service
from amigok_herd import animal_handlers, farm_handlers, lock_of
from flock.models import Animal, Base, Breed, Farm, LivestockType, Ownership

ANIMALS = lock_of(Animal, 1)

service = Service(
    name="flock",
    nouns=[
        Noun(
            consumes={
                "animals": animal_handlers(Animal, Ownership, ANIMALS),
                "farms": farm_handlers(Farm, LivestockType, Breed),
            }
        )
    ],
    metadata=Base.metadata,
)
