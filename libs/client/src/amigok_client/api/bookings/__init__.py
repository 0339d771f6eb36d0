from .add_absence import add_absence as add_absence
from .add_my_absence import add_my_absence as add_my_absence
from .assign_veterinarian import assign_veterinarian as assign_veterinarian
from .book_slot import book_slot as book_slot
from .give_up_slot import give_up_slot as give_up_slot
from .hand_over_visit import hand_over_visit as hand_over_visit
from .list_free_slots import list_free_slots as list_free_slots
from .read_my_day import read_my_day as read_my_day
