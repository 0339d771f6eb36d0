"""What a delivery says, in the language of its recipient."""

from collections.abc import Sequence
from datetime import datetime

from notification.notice_preferences import stopping
from notification.notices.models import Notice
from notification.people.models import Person
from notification.senders.sending import Rendered
from notification.templates.languages import phrase
from notification.templates.rendering import Saying, as_html, say


def letter(
    notices: Sequence[Notice],
    person: Person,
    *,
    urgent: bool,
    created_at: datetime,
    public_url: str,
    data_key: bytes,
) -> Rendered:
    """A message about one notice, or a digest of several."""
    sayings = [
        say(each.kind, each.data, size=each.size, language=person.language, zone=person.zone) for each in notices
    ]
    base, first = public_url.rstrip("/"), notices[0]
    is_one = len(notices) == 1
    link = f"{base}/notifications/{first.id}" if is_one else f"{base}/notifications"
    stop = f"{base}/api/v1/notifications/stop-mails/{stopping.token(data_key, person.user_id, first.kind)}"
    stop_link = stop if is_one and not urgent else ""
    title = sayings[0].title if is_one else phrase(person.language, "digest_title", size=len(notices))
    return Rendered(
        language=person.language,
        title=title,
        text=_text(sayings, person.language),
        html=as_html(sayings, heading=title, language=person.language, link=link, stop_link=stop_link),
        link=link,
        created_at=created_at,
        stop_link=stop_link,
        urgent=urgent,
        data={"kind": first.kind, "notice_id": str(first.id)} if is_one else {"kind": "digest"},
    )


def _text(sayings: Sequence[Saying], language: str) -> str:
    if len(sayings) == 1:
        return sayings[0].text
    items = (f"{each.title}\n{each.text}" for each in sayings)
    return "\n\n".join([phrase(language, "digest_text"), *items])
