"""Folders -> models with places: every file read once."""
