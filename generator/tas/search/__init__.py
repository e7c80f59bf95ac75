"""Search: what the site engine extracts becomes one index an edition; the scripts that read it are in assets/js/search."""
