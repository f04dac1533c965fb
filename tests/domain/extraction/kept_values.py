"""What is kept of one page of text by itself."""

from datetime import date

from domain.extraction.extract import extract
from domain.features import agreed
from schemas.extraction import Extraction, FeatureName, PageText

TODAY = date(2026, 1, 31)


def read(text: str) -> Extraction:
    page = PageText(page_index=0, text=text, method="docx_text", width=0, height=0)
    return extract("doc_000000000000", (page,), TODAY)


def kept(text: str, feature: FeatureName) -> set[str]:
    said = [candidate for candidate in read(text).candidates if candidate.feature == feature]
    return {candidate.value_normalized for candidate in agreed(feature, said)}
