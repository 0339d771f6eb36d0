from .add_medicine import add_medicine as add_medicine
from .change_medicine import change_medicine as change_medicine
from .list_medicines import list_medicines as list_medicines
from .retire_medicine import retire_medicine as retire_medicine
