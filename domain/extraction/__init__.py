"""From the text of a document to what it says: its type, its language, and candidates for each feature."""

from domain.extraction.extract import extract

__all__ = ["extract"]
