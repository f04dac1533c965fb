"""What is decided: pure functions over schemas. No I/O, no Temporal, no clock, no randomness."""
