"""What the lists of animals are read from: one index for each order and for each filter that leaves few."""

from sqlalchemy import Index

from farm.models import Livestock

STATUS, ID, CURRENCY = Livestock.status, Livestock.id, Livestock.currency

INDEXES = (
    Index("livestock_newest_idx", STATUS, ID),
    Index("livestock_price_idx", STATUS, CURRENCY, Livestock.price_per_kg_minor, ID),
    Index("livestock_value_idx", STATUS, CURRENCY, Livestock.value_minor, ID),
    Index("livestock_weight_idx", STATUS, Livestock.weight_kg, ID),
    Index("livestock_birth_idx", STATUS, Livestock.date_of_birth, ID),
    Index("livestock_type_idx", Livestock.livestock_type_id, STATUS, ID),
    Index("livestock_breed_idx", Livestock.breed_id, STATUS, ID),
    Index("livestock_farm_idx", Livestock.farm_id, STATUS, ID),
)
