"""Kinds of text that requests carry."""

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=255, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
"""One line of text without control characters."""

BLANK_IS_ABSENT = BeforeValidator(lambda value: None if isinstance(value, str) and not value.strip() else value)
"""For optional members: a form that sends an empty field means that there is nothing in it."""
