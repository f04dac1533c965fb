"""Alembic's entry: runs the migrations on the connection that `upgrade` hands over."""

from alembic import context

# Each migration in a transaction of its own: what one has locked is free before the next begins.
context.configure(connection=context.config.attributes["connection"], transaction_per_migration=True)
with context.begin_transaction():
    context.run_migrations()
