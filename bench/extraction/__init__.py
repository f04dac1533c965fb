"""How much of what documents say is found, how much of what is found is right, and how long it takes."""
