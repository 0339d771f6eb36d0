"""What the fleet is told of users that decides what they may do."""
