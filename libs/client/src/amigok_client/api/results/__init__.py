from .read_result import read_result as read_result
from .read_result_file import read_result_file as read_result_file
