"""SMS leave over the HTTP interface of a provider, as `outgoing` says."""
