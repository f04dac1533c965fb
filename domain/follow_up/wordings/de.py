"""The requests in German, in words that Germany, Austria and Liechtenstein share."""

from domain.follow_up.wordings.wording import Wording

GERMAN = Wording(
    asks={
        "proof_of_address": (
            "Bitte laden Sie eine aktuelle Strom-, Gas- oder Wasserrechnung oder einen aktuellen Kontoauszug hoch, "
            "aus denen die eingetragene Anschrift Ihres Unternehmens hervorgeht."
        ),
        "register_extract": "Bitte laden Sie einen aktuellen Registerauszug Ihres Unternehmens hoch.",
        "articles": "Bitte laden Sie die Satzung oder den Gesellschaftsvertrag in der heute gültigen Fassung hoch.",
        "owners": (
            "Bitte laden Sie eine unterschriebene Erklärung hoch, in der alle Personen genannt sind, denen Ihr "
            "Unternehmen letztlich gehört oder die es kontrollieren, jeweils mit ihrem Anteil."
        ),
        "annual_accounts": "Bitte laden Sie den neuesten Jahresabschluss Ihres Unternehmens hoch.",
        "vat_certificate": (
            "Bitte laden Sie den Nachweis der umsatzsteuerlichen Registrierung Ihres Unternehmens hoch, oder teilen "
            "Sie uns mit, warum es keinen hat."
        ),
        "bank_statement": (
            "Bitte laden Sie einen aktuellen Kontoauszug eines Kontos hoch, das auf den Namen Ihres Unternehmens "
            "lautet."
        ),
        "company_name": "Bitte nennen Sie uns den vollständigen Namen Ihres Unternehmens, wie er eingetragen ist.",
        "company_numbers": (
            "Bitte nennen Sie uns die Registernummer und die Umsatzsteuer-Identifikationsnummer Ihres Unternehmens."
        ),
        "representatives": (
            "Bitte nennen Sie uns die Personen, die Ihr Unternehmen vertreten, jeweils mit ihrer Funktion und seit "
            "wann sie diese ausüben."
        ),
        "business": (
            "Bitte beschreiben Sie, welche Waren oder Dienstleistungen Ihr Unternehmen verkauft und wo es diese "
            "jeweils anbietet."
        ),
        "website": (
            "Bitte nennen Sie uns die Adresse Ihrer Website. Hat Ihr Unternehmen keine, teilen Sie uns das bitte mit."
        ),
        "website_online": (
            "Bitte teilen Sie uns mit, ab wann Ihre Website besucht werden kann, oder nennen Sie uns ihre neue Adresse."
        ),
        "website_imprint": (
            "Bitte teilen Sie uns mit, auf welcher Seite Ihrer Website der Name, die Anschrift und die Nummer Ihres "
            "Unternehmens stehen."
        ),
        "account": (
            "Bitte nennen Sie uns die IBAN des Kontos, auf das Zahlungen gehen sollen, und auf wessen Namen es lautet."
        ),
    },
    also={
        "proof_of_address": "Die eingetragene Anschrift Ihres Unternehmens sollte daraus hervorgehen.",
        "register_extract": "Am besten eignet sich ein aktueller Registerauszug.",
        "articles": "Es sollte die heute gültige Fassung der Satzung oder des Gesellschaftsvertrags sein.",
        "owners": (
            "Darin sollten alle Personen genannt sein, denen Ihr Unternehmen letztlich gehört oder die es "
            "kontrollieren, jeweils mit ihrem Anteil."
        ),
        "annual_accounts": "Es sollte der Abschluss des letzten abgelaufenen Geschäftsjahres sein.",
        "vat_certificate": "Die Umsatzsteuer-Identifikationsnummer Ihres Unternehmens sollte daraus hervorgehen.",
        "bank_statement": "Das Konto sollte auf den Namen Ihres Unternehmens lauten.",
    },
    requirement="Bitte laden Sie „{name}“ hoch.",
    requirement_again="Bitte laden Sie „{name}“ noch einmal hoch.",
    by_kind="Bitte laden Sie dieses Dokument hoch: {documents}.",
    by_kind_again="Bitte laden Sie dieses Dokument noch einmal hoch: {documents}.",
    valid_again="Bitte laden Sie anstelle des früher gesendeten ein gültiges Exemplar hoch: {document}.",
    details={
        "suitable": "Wir akzeptieren: {documents}.",
        "recent": "Das Dokument sollte nicht älter als {days} Tage sein.",
        "dated": "Bitte achten Sie darauf, dass das Datum des Dokuments zu sehen ist.",
        "valid": "Bitte achten Sie darauf, dass das Dokument noch gültig ist.",
        "readable": "Bitte prüfen Sie vorher, ob sich die Datei öffnen lässt und alle Seiten lesbar sind.",
    },
    question="Bitte beantworten Sie noch diese Frage: „{question}“",
    choose="Zur Auswahl stehen: {options}.",
    documents={
        "articles_of_association": "Satzung bzw. Gesellschaftsvertrag",
        "register_extract": "Registerauszug",
        "certificate_of_incorporation": "Gründungsurkunde",
        "ubo_declaration": "Erklärung zu den wirtschaftlich Berechtigten",
        "identity_document": "Reisepass oder Personalausweis",
        "utility_bill": "Strom-, Gas- oder Wasserrechnung",
        "bank_statement": "Kontoauszug",
        "annual_accounts": "Jahresabschluss",
        "power_of_attorney": "Vollmacht",
        "tax_certificate": "Bescheinigung des Finanzamts",
        "lease": "Mietvertrag",
        "invoice": "Rechnung",
    },
    this_document="das Dokument, um das wir Sie gebeten hatten",
    or_word="oder",
)
