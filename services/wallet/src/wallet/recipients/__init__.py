"""By what users find each other: digests of addresses and usernames, never these themselves."""
