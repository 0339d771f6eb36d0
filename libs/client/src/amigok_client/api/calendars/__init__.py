from .care_list_absences import care_list_absences as care_list_absences
from .delete_absence import delete_absence as delete_absence
from .delete_my_absence import delete_my_absence as delete_my_absence
from .list_my_absences import list_my_absences as list_my_absences
from .read_calendar import read_calendar as read_calendar
from .read_my_calendar import read_my_calendar as read_my_calendar
from .set_calendar import set_calendar as set_calendar
from .set_my_calendar import set_my_calendar as set_my_calendar
