"""Look-ups in the outside world: one module a source, each an activity that answers and never judges.

A source asks (`runtime.http.exchange` or `runtime.public_web`), reads the reply with a pure function into a
`Reading`, and files both with its `AnswerDesk`: the raw bytes become evidence, the reading a `SourceAnswer`.
"""
