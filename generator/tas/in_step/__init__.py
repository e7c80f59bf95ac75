"""In step: which block of an edition was compared with which text of the edition that leads, and what is behind."""
