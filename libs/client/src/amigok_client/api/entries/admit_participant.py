from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ...calls import Call
from ...models.participant_out import ParticipantOut


def admit_participant(
    contest_id: UUID,
    entry_id: UUID,
) -> Call[ParticipantOut]:
    """Admits an entry, where the rules leave it to administrators.

    Sent with `Client.send`, which returns `ParticipantOut`.
    """

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/admin/contests/{contest_id}/participants/{entry_id}/admit".format(
            contest_id=quote(str(contest_id), safe=""),
            entry_id=quote(str(entry_id), safe=""),
        ),
    }

    def parse(response: httpx.Response) -> ParticipantOut:
        response_200 = ParticipantOut.from_dict(response.json())

        return response_200

    return Call(_kwargs, parse, True)
