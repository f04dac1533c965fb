"""What lasts: the case workflow. Orchestration only; rules are in `domain`, effects in `activities`."""
