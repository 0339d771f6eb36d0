"""By which channels users choose to be told, and when."""

from notification.kinds.kind import Kind

CHANNELS = ("in_app", "email", "push", "sms")
"""As users see them: `push` is every browser and app that they registered."""

MODES = ("now", "daily", "weekly", "off")
"""Digests are mails, so only `email` has `daily` and `weekly`."""


def channel_of(sender: str) -> str:
    """The channel, as users see it, of a sender's: both kinds of devices are `push`."""
    return "push" if sender in ("web_push", "fcm") else sender


def default(kind: Kind, channel: str) -> str:
    """How everybody is told who has chosen nothing."""
    return "now" if channel == "in_app" or channel in kind.category.channels else "off"
