"""What is refused about live video, by name."""

from amigok_chassis.errors import DomainError


class LiveNotYours(DomainError):
    """What you may see of this animal ends in the past: there are recordings, and no live view."""

    status, code = 403, "live_not_yours"


class CameraElsewhere(DomainError):
    """This camera does not show the animal."""

    status, code = 404, "camera_elsewhere"


class PlaybackEnded(DomainError):
    """The right to this stream has ended; whoever still has one asks for a new link."""

    status, code = 410, "playback_ended"


class RenditionNotFound(DomainError):
    """The stream has no such quality."""

    status, code = 404, "rendition_not_found"


class MediaUnavailable(DomainError):
    """The media server does not answer; try again soon."""

    status, code = 503, "media_unavailable"
