"""How much is asked of a customer, and how much of a template's text a request repeats."""

MAX_TASKS = 7
"""All documents that the largest template requires, which are five, and two more: what somebody gets done in one
sitting. An officer cannot expect answers to more, and the customer comes back within days."""

LONGEST_NAME = 120
"""Characters of a requirement's name, or of one of a question's options."""
LONGEST_SENTENCE = 300
"""Characters, of a requirement's description too; a question that is cut cannot be answered."""
MOST_OPTIONS = 12
"""A question with more is asked without them."""
