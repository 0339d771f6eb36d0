"""How a user likes the dashboard: a small JSON object that means nothing to us."""
