"""What providers' HTTP interfaces answer."""

from datetime import timedelta

import httpx

from notification.senders.sending import TryLater

LONGEST_PAUSE = timedelta(hours=6)


def refuse_for_now(answer: httpx.Response) -> None:
    """Raises TryLater unless the provider has taken the message, after as long as it says."""
    if answer.is_success:
        return
    said = answer.headers.get("retry-after", "")
    pause = timedelta(seconds=int(said)) if said.isdigit() and len(said) < 9 else timedelta()
    raise TryLater(f"status {answer.status_code}", retry_after=min(pause, LONGEST_PAUSE))
