"""What is refused about files, by name. What is wrong with a row is in the report of the import."""

from amigok_chassis.errors import DomainError, NotFound


class ImportNotFound(NotFound):
    """There is no such import."""

    code = "import_not_found"


class UnsupportedUpload(DomainError):
    """Send the file as text/csv, or as the part `file` of multipart/form-data."""

    status, code = 415, "unsupported_upload"


class NotUtf8(DomainError):
    """The file is not text in UTF-8; save it as "CSV UTF-8"."""

    status, code = 422, "import_not_utf8"


class MalformedCsv(DomainError):
    """The file is not CSV."""

    status, code = 422, "import_malformed"


class WrongColumns(DomainError):
    """The first row of the file does not have the columns of an import."""

    status, code = 422, "import_columns"
    sends = {"missing": list[str], "unknown": list[str], "repeated": list[str]}


class EmptyImport(DomainError):
    """The file has no rows after the first."""

    status, code = 422, "import_empty"


class TooManyRows(DomainError):
    """The file has more rows than one import takes."""

    status, code = 422, "import_too_many_rows"
