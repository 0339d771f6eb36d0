"""The chain of refresh tokens that keeps a session going, and what a used one that comes again means."""
