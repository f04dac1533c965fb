"""Marks that machines set around texts: who speaks, where data end, members of our own schemas.

Patterns over folded text (`domain.addressed_to_machines`). A mark is taken out as it stands and nothing with it: what
stands between two of them may be all that a merchant says. It is only read more strictly (`CLAIMS`).
"""

import re

MARKS = re.compile(
    "|".join(
        (
            r"<\|[a-z_]{2,30}\|>(?:(?:system|assistant|user)\b)?",
            r"\[/?inst\]",
            r"<</?sys>>",
            r"</?(?:system|assistant|instructions?|admin|data|documents?|input|context|user|texts?|prompt|user_input)>",
            r"#{2,}\s*(?:instruction|system|response|assistant|human|user)s?\b(?: prompt)?\s*:?",
            r"(?:(?<=\n)|^)\s*[\[(*\"']{0,3}(?:system|assistant|developer|human)[\])*\"']{0,3}\s*:\s*(?=you\b|your\b|"
            r"ignore|classif|set\b|approve|from now|mcc|risk|answer|return|output|respond|ok\b|okay|sure|understood|"
            r"negeer|vous\b|du\b|je\b|ignor|override|i (?:will|have|classif))",
            r"[\"']?role[\"']?\s*:\s*[\"'](?:system|assistant|user|developer)[\"']",
            r"[-=*#]{3,}\s*(?:begin|end|start)(?: of)? (?:system|prompt|instructions?|user input|"
            r"user data|untrusted)\b",
            r"\bend of (?:the )?(?:customer'?s?|user'?s?|untrusted) (?:data|input|text)\b",
            r"!\[[^\]\n]{0,200}\]\([^)\s]{0,300}\{[^)\s]{0,300}\)?",
        )
    )
)

COMMENT = re.compile(r"<!--")
"""The beginning of what a page hides. A page may have such for honest reasons: the marks stay."""

MEMBERS = re.compile(
    r"[\"']?\b(?:risk_tier|mcc_code|risk_flags|primary_recommendation)[\"']?\s*[:=]\s*"
    r"(?:\"[^\"\n]{0,80}\"|[0-9]{4}\b|\[\])?|"
    r"[\"'](?:ranking|shortlist|proposals|beneficial_owner|account_holder|registration_number)[\"']\s*:\s*"
    r"(?:\"[^\"\n]{0,200}\")?"
)
"""An answer as a model would give it. Only with the marks of an answer: a merchant has a registration number, too."""

CODE = r"(?<![\d.,/€$-])[0-9]{4}(?![\d/]|[.,]\d| ?(?:eur|euros?|usd|kg|km|m2|ml|stuks|pieces|people|personen)\b)"
"""What may be a merchant category code; whoever searches for it asks `domain.mcc.codes` about the digits."""

CLAIMS = re.compile(
    rf"(?P<code>{CODE})|"
    r"(?P<pair>\"(?:source|quote|description|value|feature|status|tool|confidence)\"\s*:\s*"
    r"(?:\"[^\"\n]{0,200}\"|[\d.]+))|"
    r"\b(?:beneficial.owners?|(?:uiteindelijk|economisch) \w*begunstigden?|beneficiaires? effectifs?|"
    r"wirtschaftlich berechtigte[rn]?)\b|"
    r"\bthis (?:page|site|website|merchant|business|company|shop|firm) (?:belongs|runs|sells|offers|is)\b"
)
"""What is no statement of a merchant about its business where the words beside it are addressed to a machine."""
