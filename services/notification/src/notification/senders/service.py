"""Which senders there are: those whose settings are made."""

from collections.abc import Mapping

from amigok_chassis.context import Context
from notification.senders.mail import MailSender
from notification.senders.sending import Sender
from notification.settings import Settings


def senders(context: Context) -> Mapping[str, Sender]:
    """The senders by channel, made once for each process. What has no sender is not sent."""
    return context.once(_make)


def _make(context: Context) -> Mapping[str, Sender]:
    settings = context.settings(Settings)
    found: list[Sender] = []
    if url := settings.smtp_url.get_secret_value():
        found.append(MailSender(url, settings.mail_from))
    return {sender.channel: sender for sender in found}
