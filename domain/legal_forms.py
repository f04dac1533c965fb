"""The families of legal forms in the European Economic Area: what one company may write in another language or era.

A form is written many ways: `B.V.`, `BVBA`, `Besloten vennootschap`, `société à responsabilité limitée`. What matters
is whether two writings can be of one company. Forms of different countries share a family where their abbreviations
are the same letters; a company has but one country, so this hides nothing. A Greek company that writes itself in Latin
letters is an `S.A.`

Sources: the forms of Annex II of Directive (EU) 2017/1132 (limited companies of each member state), the registers'
own lists for partnerships, associations and sole traders.
"""

import re

_WRITINGS: dict[str, str] = {
    # One family per line, as `domain.naming.folded` writes them.
    "bv": "bv, bvba, ebvba, srl, sprl, sprlu, srls, sarl, sa rl, sarlu, eurl, besloten vennootschap, "
    "besloten vennootschap met beperkte aansprakelijkheid, societe a responsabilite limitee, "
    "societe privee a responsabilite limitee, entreprise unipersonnelle a responsabilite limitee, "
    "societa a responsabilita limitata, srl unipersonale, srl a socio unico, srl con socio unico, "
    "societate cu raspundere limitata, societatea cu raspundere limitata, "
    "gesellschaft mit beschrankter haftung belgischen rechts, "
    "gesellschaft mit beschraenkter haftung belgischen rechts",
    "nv": "nv, sa, sau, nv van publiek recht, sa de droit public, naamloze vennootschap van publiek recht, "
    "societe anonyme de droit public, naamloze vennootschap, societe anonyme, sociedad anonima, sociedade anonima, "
    "spolka akcyjna, "
    "societate pe actiuni, societatea pe actiuni, ae, anonymi etaireia, anonymos etaireia",
    "sas": "sas, sasu, societe par actions simplifiee, societe par actions simplifiee unipersonnelle",
    "spa": "spa, societa per azioni, spa a socio unico, spa con socio unico",
    "vof": "vof, snc, vennootschap onder firma, societe en nom collectif, societa in nome collettivo, "
    "sociedad colectiva",
    "commv": "comm v, commv, scs, gewone commanditaire vennootschap, commanditaire vennootschap, "
    "societe en commandite simple, societe en commandite, societa in accomandita semplice, "
    "scsp, societe en commandite speciale",
    "commva": "comm va, commva, sca, commanditaire vennootschap op aandelen, societe en commandite par actions",
    "cv": "cv, cvba, cvoa, sc, scrl, scris, cooperatieve vennootschap, societe cooperative, cooperatieve ua, "
    "cooperatie ua",
    "maatschap": "maatschap, societe simple",
    "vzw": "vzw, asbl, ivzw, aisbl, vereniging zonder winstoogmerk, association sans but lucratif",
    "foundation": "stichting, fondation, stiftung, fundacion, fondazione, fundacja, stiftelse, saatio, nadace",
    "sole": "eenmanszaak, entreprise individuelle, entrepreneur individuel, einzelunternehmen, enkeltpersonforetak, "
    "enk, fop, osvc, fyzicka osoba podnikajici",
    "gmbh": "gmbh, ges mbh, gesmbh, ggmbh, gesellschaft mbh, gesellschaft m b h, "
    "gesellschaft mit beschrankter haftung, "
    "gesellschaft mit beschraenkter haftung",
    "gmbh co kg": "gmbh co kg, gmbh und co kg, gmbh co ohg, ug co kg, ag co kg",
    "ug": "ug, ug haftungsbeschrankt, ug haftungsbeschraenkt, unternehmergesellschaft, "
    "unternehmergesellschaft haftungsbeschrankt, unternehmergesellschaft haftungsbeschraenkt",
    "ag": "ag, aktiengesellschaft",
    "kg": "kg, kommanditgesellschaft",
    "kgaa": "kgaa, kommanditgesellschaft auf aktien",
    "ohg": "ohg, offene handelsgesellschaft, og, offene gesellschaft",
    "eg": "eg, eingetragene genossenschaft",
    "ev": "ev, eingetragener verein",
    "ek": "ek, e k, ekfm, ekfr, eingetragener kaufmann, eingetragene kauffrau",
    "anstalt": "anstalt",
    "sl": "sl, slu, sociedad limitada, sociedad de responsabilidad limitada, sociedad limitada unipersonal",
    "lda": "lda, ltda, unipessoal lda, sociedade por quotas, sociedade unipessoal por quotas",
    "as": "as, a s, aksjeselskap, aktieselskab, akciova spolocnost, akciova spolecnost, aktsiaselts, akciju sabiedriba",
    "asa": "asa, allmennaksjeselskap",
    "aps": "aps, anpartsselskab",
    "ab": "ab, aktiebolag, akcine bendrove",
    "oy": "oy, oy ab, osakeyhtio",
    "oyj": "oyj, abp, oyj abp, julkinen osakeyhtio",
    "ans": "ans, ansvarlig selskap",
    "handelsbolag": "hb, handelsbolag, kb, kommanditbolag",
    "sro": "sro, spol s ro, s r o, spol s r o, spolecnost s rucenim omezenym, spolocnost s rucenim obmedzenym",
    "spzoo": "sp z oo, sp z o o, spzoo, spolka z oo, spolka z ograniczona odpowiedzialnoscia",
    "psa": "psa, prosta spolka akcyjna",
    "spk": "sp k, spk, spolka komandytowa",
    "spj": "sp j, spj, spolka jawna",
    "kft": "kft, korlatolt felelossegu tarsasag",
    "zrt": "zrt, nyrt, zartkoruen mukodo reszvenytarsasag, nyilvanosan mukodo reszvenytarsasag",
    "bt": "bt, beteti tarsasag",
    "doo": "doo, jdoo, d o o, j d o o, drustvo s ogranicenom odgovornoscu, druzba z omejeno odgovornostjo",
    "dd": "dd, d d, dionicko drustvo, delniska druzba",
    "ood": "ood, eood, druzhestvo s ogranichena otgovornost, ednolichno druzhestvo s ogranichena otgovornost",
    "ead": "ad, ead, aktsionerno druzhestvo",
    "uab": "uab, uzdaroji akcine bendrove",
    "sia": "sia, sabiedriba ar ierobezotu atbildibu",
    "ou": "ou, osauhing",
    "epe": "epe, ike, etaireia periorismenis efthynis, etaireia periorismenis euthynis, "
    "etaireia periorismenis eythynis, "
    "idiotiki kefalaiouchiki etaireia",
    "oe": "oe, omorrythmi etaireia",
    "ehf": "ehf, einkahlutafelag",
    "hf": "hf, hlutafelag",
    "ltd": "ltd, limited, teoranta, private limited company, private company limited by shares, "
    "designated activity company, dac",
    "plc": "plc, public limited company",
    "llp": "llp, limited liability partnership",
    "se": "se, societas europaea, europese vennootschap, societe europeenne",
}

_FAMILY: dict[str, str] = {
    writing.strip(): family for family, writings in _WRITINGS.items() for writing in writings.split(",")
}
_LONGEST_FIRST = "|".join(re.escape(writing) for writing in sorted(_FAMILY, key=lambda item: (-len(item), item)))
_AT_THE_END = re.compile(rf"(?:^| )({_LONGEST_FIRST})$")
_ANYWHERE = re.compile(rf"\b({_LONGEST_FIRST})\b")

_WRITTEN_FIRST = (
    "nv sa bv bvba ebvba srl sprl sarl eurl sas sasu vof snc scs commv cv cvba sc scrl vzw asbl gmbh ou sia uab as ab "
    "oy aps stichting"
)
"""Abbreviations that also stand before a name, as VIES writes Belgian names and the Baltic registers theirs."""
_AT_THE_BEGINNING = re.compile(rf"^({'|'.join(sorted(_WRITTEN_FIRST.split(), key=len, reverse=True))})(?: |$)")

_STATE_OF_AFFAIRS = re.compile(
    r" (?:in vereffening|in liquidatie|en liquidation|in liquidation|in liquidazione|en liquidacion|i l|il|"
    r"in oprichting|in grundung|in gruendung|i gr|i g|w likwidacji|v likvidaci|under avvikling|i likvidation)$"
)
"""What a register adds to the name of a company that is being founded or wound up. It is no part of the name."""

_MEMBERS_LIABLE = frozenset({"vof", "commv", "maatschap", "sole"})


def form_in_name(words: str) -> str | None:
    """The family that a folded name states at its end or its beginning, or None."""
    named = _STATE_OF_AFFAIRS.sub("", words)
    stated = _AT_THE_END.search(named) or _AT_THE_BEGINNING.search(named)
    return _FAMILY[stated.group(1)] if stated else None


def without_form(words: str) -> str:
    """A folded name without the legal forms at either end; empty when nothing else is left."""
    left = _STATE_OF_AFFAIRS.sub("", words)
    while True:
        shorter = _AT_THE_BEGINNING.sub("", _AT_THE_END.sub("", left))
        if shorter == left:
            return left
        left = shorter


def family_of(words: str) -> str | None:
    """The family of a legal form in a register's folded words, with whatever explanation stands around it:
    `sas societe par actions simplifiee`. None for codes and for forms that are in no family."""
    if words in _FAMILY:
        return _FAMILY[words]
    stated: list[str] = _ANYWHERE.findall(words)
    return _FAMILY[max(stated, key=lambda writing: (len(writing), writing))] if stated else None


def members_are_liable(family: str | None) -> bool:
    """Whether the form is one whose members answer for its debts themselves: partnerships and sole traders."""
    return family in _MEMBERS_LIABLE
