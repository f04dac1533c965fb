"""Letters of other scripts that pass for Latin ones: for a text that is meant to be read by people and not by rules."""

LOOKS_LIKE = str.maketrans(
    "аеорсухіјѕԁһкмнтвгɡԝԛѵαοερτυνικβηχɑℓ",
    "aeopcyxijsdhkmhtbrgwqvaoepruvikbnxal",  # Cyrillic, Greek and phonetic letters, in lower case
)
