"""What an author writes, frozen and typed. The model never holds rendered text."""
