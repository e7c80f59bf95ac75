"""Texts: Markdown and what is inline."""
