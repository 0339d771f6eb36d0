"""What others state of their books, compared with what was posted."""
