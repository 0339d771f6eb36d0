"""Who people really are: documents that they submit, and what administrators find."""
