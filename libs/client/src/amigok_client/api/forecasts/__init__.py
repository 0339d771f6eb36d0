from .read_calibration import read_calibration as read_calibration
from .read_cases import read_cases as read_cases
from .read_forecast import read_forecast as read_forecast
