"""How the offspring of an animal are found."""

from sqlalchemy import Index

from farm.models import Livestock

INDEXES = tuple(
    Index(f"livestock_{parent.key}_idx", parent, postgresql_where=parent.is_not(None))
    for parent in (Livestock.genetic_dam_id, Livestock.sire_id, Livestock.birth_dam_id)
)
