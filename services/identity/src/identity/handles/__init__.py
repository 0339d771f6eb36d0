"""By what others may find a user, said as digests that only services with the fleet's key can make."""
