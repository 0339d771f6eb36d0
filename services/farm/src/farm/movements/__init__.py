"""The register: how each animal came, moved, changed hands and left."""
