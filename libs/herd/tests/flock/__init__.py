"""The smallest service that knows animals, for the tests of the library."""
