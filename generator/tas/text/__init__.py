"""Texts: the one Markdown, what it becomes, and its typography."""
