"""Mails: text and HTML, with a link that ends such mails (RFC 2369, RFC 8058)."""

from dataclasses import dataclass
from uuid import UUID

import structlog

from amigok_chassis import smtp
from notification.addresses.values import Address
from notification.senders.sending import AddressDead, Rendered, TryLater

log = structlog.get_logger()


@dataclass(frozen=True)
class MailSender:
    """Sends over SMTP."""

    url: str
    sender: str
    channel: str = "email"

    async def send(self, message: Rendered, address: Address, *, delivery_id: UUID) -> None:
        """Sends a mail. Raises AddressDead, TryLater."""
        letter = smtp.letter(
            delivery_id, sender=self.sender, to=address.value, subject=message.title, at=message.created_at
        )
        if message.stop_link:
            letter["List-Unsubscribe"] = f"<{message.stop_link}>"
            letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        letter.set_content(f"{message.text}\n\n{message.link}\n")
        letter.add_alternative(message.html, subtype="html")
        letter["Content-Language"] = message.language
        try:
            await smtp.send(self.url, letter)
        except smtp.Refused as error:
            raise AddressDead(str(error)) from error
        except smtp.Uncertain as error:  # no server of mail knows that it got a mail twice, so it may be lost instead
            log.warning("mail.uncertain", delivery_id=delivery_id, error=str(error))
        except smtp.NotSent as error:
            raise TryLater(str(error)) from error
