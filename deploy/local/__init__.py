"""The embedded stack: real servers from packages, on loopback, under one small supervisor.

`python -m deploy.local` (which is what `make run` calls) starts Temporal, PostgreSQL, an S3 server, the
test-mode registries, the worker and the gateway, each as its own process; keeps them alive; and stops them
all on Ctrl-C. `parts.py` says what is started and in which order, `supervisor.py` starts it and keeps it
alive, `stack.py` is one life of the whole, and each `*_server.py` knows one server.
"""
