from .add_medicine import add_medicine as add_medicine
from .change_medicine import change_medicine as change_medicine
from .create_medicine import create_medicine as create_medicine
from .list_catalogue import list_catalogue as list_catalogue
from .list_medicines import list_medicines as list_medicines
from .remove_medicine import remove_medicine as remove_medicine
from .retire_medicine import retire_medicine as retire_medicine
from .update_medicine import update_medicine as update_medicine
