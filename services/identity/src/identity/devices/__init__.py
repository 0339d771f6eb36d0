"""Where a user is signed in, and how they end it."""
