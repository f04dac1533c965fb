"""Optical character recognition: what stands on a picture of a page, and where. Runs in a disposable child process.

The models ship in the package `rapidocr`; nothing is downloaded. It is an optional part of an installation: see
`activities.documents.ocr.available`. From the picture inwards: `reading` orders the steps, `engine` finds and reads
pieces of text, `turning` knows which way up the page lies, `lines` puts the pieces in reading order, `layout` makes
text and words of them.
"""
