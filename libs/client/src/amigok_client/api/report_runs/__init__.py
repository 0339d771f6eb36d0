from .cancel_run import cancel_run as cancel_run
from .download_report import download_report as download_report
from .list_runs import list_runs as list_runs
from .make_report import make_report as make_report
from .read_run import read_run as read_run
