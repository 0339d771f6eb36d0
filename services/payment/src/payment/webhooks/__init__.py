"""What providers tell us by themselves: verified, kept, answered, and only then looked into."""
