"""Which senders there are: those whose settings are made."""

from collections.abc import Mapping

from amigok_chassis.context import Context
from notification.senders.fcm import FcmSender, ServiceAccount
from notification.senders.guarded import Guarded
from notification.senders.mail import MailSender
from notification.senders.outbound import PushServices
from notification.senders.sending import Sender
from notification.senders.sms import SmsSender
from notification.senders.web_push import Vapid, WebPushSender
from notification.settings import Settings


def channels(settings: Settings) -> set[str]:
    """The channels that there is a sender for."""
    set_up = {"email": settings.smtp_url, "sms": settings.sms_url, "fcm": settings.fcm_account}
    return {"web_push"} | {channel for channel, secret in set_up.items() if secret.get_secret_value()}


def senders(context: Context) -> Mapping[str, Sender]:
    """The senders by channel, made once for each process. What has no sender is not sent."""
    return context.once(_make)


def vapid(context: Context) -> Vapid:
    """The key by which push services know us."""
    return context.once(_vapid)


def push_services(settings: Settings) -> PushServices:
    """Where browsers may have us send."""
    return PushServices(tuple(settings.push_services.split()))


def _vapid(context: Context) -> Vapid:
    return Vapid(context.db.data_key)


def _make(context: Context) -> Mapping[str, Sender]:
    settings, http = context.settings(Settings), context.http
    found: list[Sender] = [WebPushSender(http, vapid(context), push_services(settings), settings.mail_from)]
    if url := settings.smtp_url.get_secret_value():
        found.append(MailSender(url, settings.mail_from))
    if url := settings.sms_url.get_secret_value():
        found.append(SmsSender(http, url, settings.sms_token.get_secret_value()))
    if account := settings.fcm_account.get_secret_value():
        found.append(FcmSender(http, ServiceAccount.read(account), url=settings.fcm_url))
    return {sender.channel: Guarded(sender) for sender in found}
