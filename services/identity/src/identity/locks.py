"""Advisory locks of identity's database: what each number keeps from happening twice at once."""

ADMINISTRATORS = 7305012
"""Changes of role and status; the trigger `keep_an_administrator` takes it as well."""

RECIPIENT = 7305013
"""Messages to one recipient, whose hash is the second number."""
