from .add_care_file import add_care_file as add_care_file
from .complete_care import complete_care as complete_care
from .download_care_report import download_care_report as download_care_report
from .read_care_file import read_care_file as read_care_file
from .read_care_report import read_care_report as read_care_report
from .write_care_report import write_care_report as write_care_report
