"""Models -> what templates see."""
