"""Second factors: codes of an authenticator app, recovery codes, and when they are asked for."""
