"""The database schema, as a sequence of SQL migrations run by Alembic (`python -m deploy.migrations`)."""
