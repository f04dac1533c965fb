"""The words between a function and the name of the person who has it, in the sentences of four languages."""

import re

from domain.extraction.blocks import over_lines

GLUE = re.compile(
    over_lines(
        r"(?:[\s:,]|\b(?:is|zijn|wordt|worden|est|sont|ist|sind|are|was|de|le|la|der|die|den|the|van|du|des|of|"
        r"company|vennootschap|onderneming|entiteit|rechtspersoon|entreprise|entit[ée]|unternehmens?|entity|business|soci[ée]t[ée]|gesellschaft|komplement[äa]rin|komplement[äa]r-gmbh|general\spartner|"
        r"pers[öo]nlich\shaftenden\sgesellschafterin|(?:im|in\sdiesem)\s(?:gesch[äa]fts|berichts)jahr|waren|were|"
        r"w[äa]hrend\sdes\s(?:gesch[äa]fts|berichts)jahre?s|during\sthe\s(?:financial\s)?(?:year|period)|"
        r"tijdens\shet\sboekjaar|au\scours\sde\sl['’]exercice|"
        r"benoemd|aangesteld|aangewezen|nomm[ée]e?s?|bestellt|ernannt|appointed|elected|namelijk|te\sweten|voor\sonbepaalde\sduur|"
        r"voor\sde\seerste\s(?:maal|keer)|pour\sla\spremi[èe]re\sfois|erstmals|for\sthe\sfirst\stime|treden\sop|"
        r"treedt\sop|fungeren|optreden|bestellt\sworden|die\sgezamenlijk\soptreden|gezamenlijk|handelend|samen|"
        r"(?:in\soffice\s|en\sfonctions?\s|in\sfunctie\s|im\samt\s)?(?:(?:at|on|as\sat|as\sof)\sthe\s(?:date|time)|op\s(?:de\s)?"
        r"(?:datum|dag|tijdstip)|[àa]\sla\sdate|au\s(?:jour|moment)|zum\szeitpunkt|am\stage?|zum\stage?)"
        r"(?:\shereof|\s(?:of|van|de\sl['’]|du|d['’]|de|de[rs]|dieser|dieses)\s?[^.:;,]{2,60}?)"
        r"(?=\s(?:are|is|were|was|zijn|is|waren|sont|est|[ée]taient|sind|ist|waren)\b)|"
        r"(?:seit|sinds|sedert|depuis|since)\s(?:dem\s|le\s|de\s|the\s)?"
        r"[0-9]{1,2}(?:er|st|nd|rd|th)?[./\s-]{1,3}(?:[0-9]{1,2}|[^\W\d_]{3,10})[./\s-]{1,2}[0-9]{4}|agissant\sconjointement|"
        r"qui\sagissent\sconjointement|gemeinsam\shandelnd|acting\sjointly|"
        r"(?:pour\sune|voor\seen|for\sa|f[üu]r\s(?:die|eine[nr]?))\s(?:dur[ée]e|p[ée]riode|termijn|periode|duur|term|period|"
        r"Dauer|Zeitraum)\s(?:de|van|of|von)\s[^\s,;.:]{1,12}\s(?:\([^()]{1,9}\)\s)?(?:ans?|ann[ée]es|jaar|years|Jahren?)|"
        r"for\san\s(?:unlimited|indefinite)\s(?:period|term|duration)|"
        r"pour\sune\sdur[ée]e\s(?:ind[ée]termin[ée]e|illimit[ée]e)|[àa]\ssavoir|n[äa]mlich|namely|haar|zijn|son|sa|"
        r"ihren|seinen|its|enige|unique|wird|werden|"
        r"est\snomm[ée]e?|has\sbeen|have\sbeen|hereby|shall\sbe|will\sbe|seront|sera|zullen\szijn|non\sstatutaires?|statutaires?|eerste|premiers?|ersten?|first|als|comme|as|en|"
        r"qualit[ée]|door|par|durch|by|zum|zur|tot)\b(?!\.)){0,14}\s{0,2}"
    ),
    re.IGNORECASE,
)
"""`… is since 1 March 2019`, `at the date of this extract are`, `wordt voor de eerste maal benoemd:`."""
LONGEST_GLUE = 130
"""Characters."""
