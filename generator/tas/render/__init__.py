"""Templates, and links of each medium."""
