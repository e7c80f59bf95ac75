"""What `tas new` and `tas words` begin for an author."""
