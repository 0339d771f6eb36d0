"""Devices on which a user has signed in before, told by a random token that each keeps."""
