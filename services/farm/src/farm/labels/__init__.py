"""Labels with QR codes, for ear tags, pens and papers."""
