"""The medicines that animals are treated with, and how long after each they may not become food."""
