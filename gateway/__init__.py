"""What people and systems call: a thin HTTP layer over the case workflows. Parse, send, answer."""
