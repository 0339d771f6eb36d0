"""What happened to an account, for its user and for administrators to see."""
