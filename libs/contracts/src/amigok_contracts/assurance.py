"""How sure it is that a user acts, and not somebody who took over a session."""

from pydantic import AwareDatetime, BaseModel, ConfigDict


class Assurance(BaseModel):
    """What an access token said of the one who acts; no token or session is in it.

    `authenticated_at` is when they last proved who they are, `multi_factor` whether by more than one factor.
    `device_since` is since when the account knows their device; null where that is not known.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    authenticated_at: AwareDatetime
    multi_factor: bool
    device_since: AwareDatetime | None
