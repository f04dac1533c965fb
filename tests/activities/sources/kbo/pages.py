"""Pages as the public search writes them, with invented companies and people."""

NUMBER = "0711326932"
FOOTER = '<div id="last_update">Toestand in de KBO databank op 20/10/2026\n<div>Versie: 16.0.2</div></div>'
NO_DATA = "Geen gegevens opgenomen in KBO."


def a_page(*sections: str, footer: str = FOOTER, heading: str = "Gegevens van de geregistreerde entiteit") -> str:
    """A whole page; without sections, one that states a number and no more."""
    rows = "\n".join(sections) or general()
    return f"""<html lang="nl"><head><meta content="text/html; charset=utf-8" http-equiv="content-type"/></head>
<body><div id="main">&nbsp;<h1>{heading}</h1><div id="table"><table cellspacing="0">{rows}</table></div></div>
<div id="footer">{footer}</div></body></html>"""


def general(**fields: str) -> str:
    """The first section: the number, and fields by their labels, where `_` stands for a blank."""
    stated = {"Ondernemingsnummer": "0711.326.932\n", **fields}
    return heading("Algemeen") + "".join(
        f'<tr><td class="QL">{label.replace("_", " ")}:\n</td><td class="QL" colspan="3">{value}</td></tr><tr></tr>'
        for label, value in stated.items()
    )


def functions(*rows: str, hidden: bool = False) -> str:
    """The holders of functions, behind a link where there are many."""
    if not hidden:
        return heading("Functies") + "".join(rows)
    return (
        heading("Functies")
        + '<tr><td class="QL" colspan="3"><span id="klikfctie">Er zijn 6 functiehouders.</span></td></tr>'
        + '<tr><td colspan="3"><table style="display: none" id="toonfctie" width="100%">'
        + "".join(rows)
        + "</table></td></tr>"
    )


def function(role: str, holder: str, since: str = "Sinds 27 maart 2024") -> str:
    return (
        f'<tr><td class="RL">{role}\n\t\t</td><td class="RL">\n\t\t {holder}\n</td>'
        f'<td class="RL"><span class="upd">{since}</span></td></tr>'
    )


def person(surname: str, given: str, number: str = "") -> str:
    return f"{surname} ,&nbsp;  {given}&nbsp;" + (link(number, f"({number})") if number else "")


def link(number: str, text: str) -> str:
    digits = number.replace(".", "").lstrip("0")
    return f'<a href="toonondernemingps.html?ondernemingsnummer={digits}">{text}</a>&nbsp;&nbsp;'


def activities(heading_text: str, *rows: str) -> str:
    return heading(heading_text) + "".join(rows)


def activity(register: str, code: str, title: str, version: str = "", since: str = "1 januari 2025") -> str:
    named = f"&amp;nace.version={version}" if version else ""
    return (
        f'<tr><td class="QL" colspan="3">{register}&nbsp;\n<a href="naceToelichting.html?nace.code='
        f'{code.replace(".", "")}{named}">{code}</a>\n&nbsp;-&nbsp;\n{title}<br/>'
        f'<span class="upd">Sinds {since}</span></td></tr>'
    )


def heading(text: str) -> str:
    return f'<tr><td class="I" colspan="4"><h2>{text}</h2></td></tr>'


def note(text: str) -> str:
    return f'<br/><span class="upd">{text}</span>'
