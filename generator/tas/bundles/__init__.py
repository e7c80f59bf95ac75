"""Offline forms: files made from a finished site folder, one module each; a new one is its module and its line here."""

from __future__ import annotations

from tas.bundles import epub, single_file, zip

BUNDLES = (single_file, zip, epub)
"""Each has ID, LIMIT (bytes), file_name(outline) and make(site, outline, others). The installable site (pwa.py) is no file to pass on."""
