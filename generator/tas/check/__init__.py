"""What is wrong with the content: rules, and the reports of `tas check`."""
