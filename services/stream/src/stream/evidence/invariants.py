"""What holds of evidence at rest. `amigok stream verify` proves all of it; this is looked at each hour."""

from amigok_chassis.invariants import Holds

CHAINS = Holds(
    "evidence_links",
    """
    SELECT later.id, encode(earlier.hash, 'hex') AS expected, encode(later.previous, 'hex') AS found
    FROM evidence AS later JOIN evidence AS earlier ON earlier.device_id = later.device_id
        AND earlier.key = later.key AND earlier.counter = later.counter - 1 AND earlier.verdict = 'accepted'
    WHERE later.verdict = 'accepted' AND later.received_at > now() - interval '1 day'
        AND later.previous <> earlier.hash
    """,
)
"""Neighbours in a chain name each other's hashes."""
