"""The site engine; the only room that knows MkDocs."""
