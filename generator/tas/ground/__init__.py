"""What knows nothing of content: addresses, archives, the cache, processes, words."""
