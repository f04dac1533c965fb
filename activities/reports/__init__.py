"""The case report: one PDF that tells, years later, what was known, from where, who decided, and why."""
