"""What care publishes about the catalogue of medicines."""

from amigok_chassis.service import on
from amigok_contracts.medicines import MedicineChanged
from farm.medicines import service

medicine_changed = on(MedicineChanged)(service.keep)
