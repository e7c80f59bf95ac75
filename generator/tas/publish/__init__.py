"""Build beside and swap; know when there is nothing to do."""
