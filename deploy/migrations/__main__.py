"""Brings the database of `CASEWRIGHT_POSTGRES_DSN` to the newest schema. Safe to repeat, and to run twice at once."""

import os
import sys

from deploy.migrations.upgrade import upgrade

if __name__ == "__main__":
    dsn = os.environ.get("CASEWRIGHT_POSTGRES_DSN")
    if not dsn:
        sys.exit("set CASEWRIGHT_POSTGRES_DSN to the database that is to be migrated")
    upgrade(dsn)
