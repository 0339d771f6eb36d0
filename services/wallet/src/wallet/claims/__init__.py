"""What users owe the platform: what a bank took back, or a provider gave back or paid out without us."""
