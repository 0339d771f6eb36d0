"""How fast the fleet is, as ratios measured in one run: `python -m bench`. See docs/performance.md."""
