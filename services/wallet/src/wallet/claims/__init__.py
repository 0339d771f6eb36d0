"""What users owe the platform: money of theirs that a bank took back or a provider gave back without us."""
