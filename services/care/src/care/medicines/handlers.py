"""What the farm publishes about the medicines that it had."""

from amigok_chassis.service import on
from amigok_contracts.farm import MedicineHandedOver
from care.medicines import service

medicine_handed_over = on(MedicineHandedOver)(service.adopt)
