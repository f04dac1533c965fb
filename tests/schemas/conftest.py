"""Laws are tried on a hundred examples, however slow the machine is."""

from hypothesis import settings

settings.register_profile("laws", max_examples=100, deadline=None)
settings.load_profile("laws")
