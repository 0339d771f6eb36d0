from .download_import_errors import download_import_errors as download_import_errors
from .export_livestock import export_livestock as export_livestock
from .get_import import get_import as get_import
from .import_livestock import import_livestock as import_livestock
from .list_import_errors import list_import_errors as list_import_errors
