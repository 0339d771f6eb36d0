"""What every Amigok service stands on. No word of the domain lives here."""
