"""Legal forms of the other member states, abbreviated and written out. Their families are in `domain.legal_forms`."""

FORMS_ABROAD = (
    r"[Ss][Pp]\.?\s?[Zz]\.?\s?[Oo]\.\s?[Oo]\.(?:\s?[Ss][Pp]\.?\s?[Kk]\.)?|[Ss][Pp]\.\s?[KkJj]\.|"
    r"S\.\s?L\.(?:\s?[UP]\.)?|SLU|SL(?!\s?[0-9])|"
    r"S\.\s?[Rr]\.\s?[Ll]\.\s?[Ss]\.|S\.\s?P\.\s?A\.|S\.a\.s\.|S\.n\.c\.|"
    r"[Dd]\.\s?[Oo]\.\s?[Oo]\.|[Ss]\.\s?[Rr]\.\s?[Oo]\.|(?<!dag\s)a\.\s?s\.|"
    r"(?:Unipessoal,?\s|UNIPESSOAL,?\s)?(?:Lda|LDA)\.?|"
    r"(?:Kft|KFT|Zrt|ZRT|Nyrt|NYRT)\.?|OÜ|UAB|SIA|EOOD|OOD|Oyj|OYJ|K/S|P/S|"
    r"Α\.\s?Ε\.|Ε\.\s?Π\.\s?Ε\.|Ι\.\s?Κ\.\s?Ε\.|I\.K\.E\.|p\.l\.c\.|Teoranta"
)
"""Before shorter ones that begin alike: `S.r.l.s.` is no `S.r.l.`."""
IN_WORDS_ABROAD = (
    r"prosta spo[lł]ka akcyjna|spo[lł]ka z ograniczona odpowiedzialnoscia(?: spo[lł]ka komandytowa)?|"
    r"spo[lł]ka (?:akcyjna|komandytowa|jawna)|"
    r"sociedad (?:de responsabilidad )?limitada(?: unipersonal| profesional)?|sociedad anonima(?: unipersonal)?|"
    r"sociedade (?:unipessoal )?por quotas|sociedade anonima|"
    r"societa a responsabilita limitata(?: semplificata)?|societa per azioni|societa in nome collettivo|"
    r"societa in accomandita semplice|"
    r"korlatolt felelossegu tarsasag|zartkoruen mukodo reszvenytarsasag|"
    r"spolecnost s rucenim omezenym|akciova spolecnost|spolocnost s rucenim obmedzenym|"
    r"drustvo s ogranicenom odgovornoscu|aktieselskab|anpartsselskab|aktiebolag|osakeyhtio|osauhing"
)
"""In plain text."""
