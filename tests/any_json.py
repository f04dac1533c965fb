"""Hypothesis strategies of what anyone may send: any JSON, and commands that are nearly right."""

from hypothesis import strategies as st

ANY_TEXT = st.text(st.characters(), max_size=20)
"""With U+0000 and with halves of surrogate pairs, which JSON can write and UTF-8 cannot."""

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=10,
)

TRANSMITTABLE_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=20), inner, max_size=4),
    max_leaves=10,
)
"""JSON as UTF-8 can carry it."""
