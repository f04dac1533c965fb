"""What Casewright stands on: settings, the Temporal client, Postgres, the object store, HTTP, logging."""
