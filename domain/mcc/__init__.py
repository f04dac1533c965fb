"""Merchant categories (ISO 18245): the table of codes, what each means for risk, and a classifier by rules.

`classifier.classify` is the seam: whatever else may classify one day takes the same `MccRequest`, gives the same
`MccClassification`, and asks `risk.assess` about risk, so that a flag never depends on who chose the code.
"""
