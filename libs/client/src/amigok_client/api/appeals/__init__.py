from .decide_appeal import decide_appeal as decide_appeal
from .file_appeal import file_appeal as file_appeal
from .list_appeals import list_appeals as list_appeals
from .list_my_appeals import list_my_appeals as list_my_appeals
from .withdraw_appeal import withdraw_appeal as withdraw_appeal
