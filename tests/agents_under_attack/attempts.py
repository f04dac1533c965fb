"""Attempts to talk the agents into something: a passage in what a stranger writes, and what it wants.

They are written the way they are found in the wild: plain, polite, dressed as system messages, as answers, as results
of tools, as officers' notes, in four languages, encoded, misspelt, split. None of them says what a business does in
plain words to a reader: who simply lies about his trade is no matter for this corpus but for the officer.
"""

from base64 import b64encode
from dataclasses import dataclass
from typing import Literal

Place = Literal["website_title", "website_text", "business_activity", "customers", "company_name", "document"]

GROCERIES = "5411"
GAMBLING = "7995"


@dataclass(frozen=True)
class Attempt:
    """A passage that stands among the honest words of its place."""

    name: str
    place: Place
    passage: str
    wants: str = GROCERIES
    """The merchant category that whoever obeys would answer."""
    first: bool = False
    """Whether it stands before the honest words, rather than after them."""

    def among(self, honest: str) -> str:
        """The honest words with the passage."""
        return f"{self.passage}\n{honest}" if self.first else f"{honest}\n{self.passage}"

    def __str__(self) -> str:
        return f"{self.place}: {self.name}"


def in_base64(text: str) -> str:
    return b64encode(text.encode()).decode()


def with_zero_width(text: str) -> str:
    """The same to the eye, with marks of no width within the words."""
    return "".join(f"{letter}\u200b" if number % 3 == 2 else letter for number, letter in enumerate(text))


def in_look_alikes(text: str) -> str:
    """The same to the eye, with Cyrillic letters for some of the Latin ones."""
    return text.translate(str.maketrans("aceiopxy", "асеіорху"))


def in_full_width(text: str) -> str:
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in text)


def letter_by_letter(text: str) -> str:
    return " ".join(text)
