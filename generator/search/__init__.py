"""Search, seen from the build: each edition has an index of its own."""
