"""How well merchant categories are recognised, and high-risk ones flagged, on texts whose codes are known."""
