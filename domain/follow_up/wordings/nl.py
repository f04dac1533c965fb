"""The requests in Dutch, in words that the Netherlands and Flanders share."""

from domain.follow_up.wordings.wording import Wording

DUTCH = Wording(
    asks={
        "proof_of_address": (
            "Wilt u een recente energierekening of een recent rekeningafschrift uploaden waarop het adres van de "
            "maatschappelijke zetel van uw onderneming staat?"
        ),
        "register_extract": "Wilt u een recent uittreksel van uw onderneming uit het handelsregister uploaden?",
        "articles": "Wilt u de statuten van uw onderneming uploaden zoals ze vandaag gelden?",
        "owners": (
            "Wilt u een ondertekende verklaring uploaden met alle personen die uiteindelijk eigenaar zijn van uw "
            "onderneming of er zeggenschap over hebben, en met het aandeel van elk van hen?"
        ),
        "annual_accounts": "Wilt u de meest recente jaarrekening van uw onderneming uploaden?",
        "vat_certificate": (
            "Wilt u het bewijs van btw-registratie van uw onderneming uploaden, of ons laten weten waarom er geen is?"
        ),
        "bank_statement": (
            "Wilt u een recent rekeningafschrift uploaden van een rekening die op naam van uw onderneming staat?"
        ),
        "company_name": "Wat is de volledige officiële naam van uw onderneming, zoals die geregistreerd is?",
        "company_numbers": "Wat zijn het ondernemings- of registratienummer en het btw-nummer van uw onderneming?",
        "representatives": (
            "Wilt u de personen opgeven die uw onderneming vertegenwoordigen, met ieders functie en sinds wanneer zij "
            "die hebben?"
        ),
        "business": (
            "Wilt u beschrijven welke producten of diensten uw onderneming verkoopt, en waar u elk daarvan aanbiedt?"
        ),
        "website": "Wat is het adres van uw website? Heeft uw onderneming er geen, laat ons dat dan weten.",
        "website_online": "Vanaf wanneer is uw website te bezoeken, of wat is het nieuwe adres ervan?",
        "website_imprint": "Op welke pagina van uw website staan de naam, het adres en het nummer van uw onderneming?",
        "account": (
            "Wat is de IBAN van de rekening waarop betalingen moeten worden gestort, en op wiens naam staat "
            "die rekening?"
        ),
    },
    also={
        "proof_of_address": "Het adres van de maatschappelijke zetel van uw onderneming moet erop staan.",
        "register_extract": "Het liefst ontvangen wij een recent uittreksel uit het handelsregister.",
        "articles": "Het moet de versie van de statuten zijn die vandaag geldt.",
        "owners": (
            "Alle personen die uiteindelijk eigenaar zijn van uw onderneming of er zeggenschap over hebben, moeten "
            "erop staan, met het aandeel van elk van hen."
        ),
        "annual_accounts": "Het moet de jaarrekening van uw laatst afgesloten boekjaar zijn.",
        "vat_certificate": "Het btw-nummer van uw onderneming moet erop staan.",
        "bank_statement": "De rekening moet op naam van uw onderneming staan.",
    },
    requirement="Wilt u “{name}” uploaden?",
    requirement_again="Wilt u “{name}” nog een keer uploaden?",
    by_kind="Wilt u dit document uploaden: {documents}?",
    by_kind_again="Wilt u dit document nog een keer uploaden: {documents}?",
    valid_again="Wilt u een geldig exemplaar uploaden in plaats van wat u eerder hebt gestuurd: {document}?",
    details={
        "suitable": "Wij aanvaarden: {documents}.",
        "recent": "Het document mag niet ouder zijn dan {days} dagen.",
        "dated": "Let erop dat de datum van het document zichtbaar is.",
        "valid": "Let erop dat het document nog geldig is.",
        "readable": "Controleer vooraf of het bestand te openen is en of alle pagina's leesbaar zijn.",
    },
    question="Wilt u deze vraag nog beantwoorden: “{question}”",
    choose="U kunt kiezen uit: {options}.",
    documents={
        "articles_of_association": "statuten",
        "register_extract": "uittreksel uit het handelsregister",
        "certificate_of_incorporation": "oprichtingsakte",
        "ubo_declaration": "verklaring over de uiteindelijke begunstigden",
        "identity_document": "paspoort of identiteitskaart",
        "utility_bill": "energierekening",
        "bank_statement": "rekeningafschrift",
        "annual_accounts": "jaarrekening",
        "power_of_attorney": "volmacht",
        "tax_certificate": "attest van de belastingdienst",
        "lease": "huurovereenkomst",
        "invoice": "factuur",
    },
    this_document="het document waarom wij u hebben gevraagd",
    or_word="of",
)
