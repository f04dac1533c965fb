"""The officers' Case Management API, under `/api`."""
