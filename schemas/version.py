"""The version of this software."""

VERSION = "0.1.0"
"""Of the API and of the distribution, which is run from its tree and not installed, and so cannot be asked."""
