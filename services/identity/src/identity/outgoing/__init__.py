"""What leaves for people outside, by whatever channel."""
