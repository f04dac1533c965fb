"""Agents propose; officers decide. Each is an activity behind the same schemas, by rules or by a language model."""
