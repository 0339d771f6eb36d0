"""What providers keep for their work, as settlements tell it."""
