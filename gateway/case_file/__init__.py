"""The case file: one page for people, read-only, behind a signed link that ends."""
