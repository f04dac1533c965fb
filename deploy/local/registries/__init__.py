"""The outside registries of test mode: a loopback server that speaks their real wire contracts.

`catalogue` is what it knows: invented companies, each with a story. Everything it says is labelled `test` by
the look-ups. Start it with `python -m deploy.local.registries --port 9100`.
"""
