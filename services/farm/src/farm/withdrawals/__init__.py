"""An owner takes their animal out."""
