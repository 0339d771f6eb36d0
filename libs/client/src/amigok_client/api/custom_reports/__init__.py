from .change_report import change_report as change_report
from .delete_report import delete_report as delete_report
from .list_reports import list_reports as list_reports
from .read_catalogue import read_catalogue as read_catalogue
from .read_report import read_report as read_report
from .save_report import save_report as save_report
