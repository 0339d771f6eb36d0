"""Files that clients send. Their type follows from the content; the name and type given by the client do not count."""

from collections.abc import Collection

import puremagic

from amigok_chassis.errors import DomainError

UPLOAD_BYTES = 10 * 1024 * 1024
"""How large the body of a request with files may be: `@router.post(..., max_body_size=UPLOAD_BYTES)`."""

DOCUMENTS = ("application/pdf", "image/jpeg", "image/png")
PHOTOS = ("image/jpeg", "image/png")


class UnsupportedFile(DomainError):
    """This type of file is not accepted."""

    status, code = 415, "unsupported_file"


def media_type(data: bytes, allowed: Collection[str] = DOCUMENTS) -> str:
    """The media type that the first bytes of a file tell, one of `allowed`. Raises UnsupportedFile."""
    try:
        known = [match for match in puremagic.magic_string(data) if data.startswith(match.byte_match)]
    except (ValueError, puremagic.PureError):
        known = []
    longest = max((len(match.byte_match) for match in known), default=0)
    kinds = {match.mime_type for match in known if len(match.byte_match) == longest}
    for kind in allowed:
        if kind in kinds:
            return kind
    raise UnsupportedFile(f"The file has to be one of: {', '.join(allowed)}.")
