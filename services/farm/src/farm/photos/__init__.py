"""Photos of animals: the rows here, the pictures in the object storage."""
