"""The end of an account: first whoever holds something of the person's is asked, then the person is forgotten."""
