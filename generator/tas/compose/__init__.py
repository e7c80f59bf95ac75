"""One page: what its author wrote, and what its kind adds."""
