"""The requests in English."""

from domain.follow_up.wordings.wording import Wording

ENGLISH = Wording(
    asks={
        "proof_of_address": (
            "Please upload a recent utility bill or bank statement that shows the registered address of your company."
        ),
        "register_extract": "Please upload a recent extract of your company from the company register.",
        "articles": "Please upload the articles of association of your company as they are in force today.",
        "owners": (
            "Please upload a signed declaration that names every person who ultimately owns or controls your "
            "company, with the share that each of them holds."
        ),
        "annual_accounts": "Please upload the most recent annual accounts of your company.",
        "vat_certificate": (
            "Please upload the VAT registration certificate of your company, or tell us why it has none."
        ),
        "bank_statement": "Please upload a recent bank statement of an account in the name of your company.",
        "company_name": "Please tell us the full legal name of your company, as it is registered.",
        "company_numbers": "Please tell us the registration number and the VAT number of your company.",
        "representatives": (
            "Please name the persons who represent your company, with the function that each of them holds and since "
            "when."
        ),
        "business": "Please describe which products or services your company sells, and where it offers each of them.",
        "website": "Please tell us the address of your website. If your company has none, please say so.",
        "website_online": "Please tell us from when on your website can be visited, or give us its new address.",
        "website_imprint": (
            "Please tell us on which page of your website the name, the address and the number of your company stand."
        ),
        "account": (
            "Please tell us the IBAN of the account to which payments should be made, and in whose name it is held."
        ),
    },
    also={
        "proof_of_address": "It should show the registered address of your company.",
        "register_extract": "A recent extract from the company register would be best.",
        "articles": "It should be the version of the articles that is in force today.",
        "owners": (
            "It should name every person who ultimately owns or controls your company, with the share that each of "
            "them holds."
        ),
        "annual_accounts": "It should be the accounts of your last closed financial year.",
        "vat_certificate": "It should show the VAT number of your company.",
        "bank_statement": "The account should be in the name of your company.",
    },
    requirement="Please upload “{name}”.",
    requirement_again="Please upload “{name}” once more.",
    by_kind="Please upload this document: {documents}.",
    by_kind_again="Please upload this document once more: {documents}.",
    valid_again="Please upload a valid copy in place of the one that you sent earlier: {document}.",
    details={
        "suitable": "We can accept: {documents}.",
        "recent": "The document should not be older than {days} days.",
        "dated": "Please make sure that the date of the document can be seen.",
        "valid": "Please make sure that the document is still valid.",
        "readable": "Please check beforehand that the file can be opened and that all pages can be read.",
    },
    question="Please answer this question: “{question}”",
    choose="Please choose: {options}.",
    documents={
        "articles_of_association": "articles of association",
        "register_extract": "extract from the company register",
        "certificate_of_incorporation": "certificate of incorporation",
        "ubo_declaration": "declaration of beneficial owners",
        "identity_document": "passport or identity card",
        "utility_bill": "utility bill",
        "bank_statement": "bank statement",
        "annual_accounts": "annual accounts",
        "power_of_attorney": "power of attorney",
        "tax_certificate": "tax certificate",
        "lease": "lease",
        "invoice": "invoice",
    },
    this_document="the document that you were asked for",
    or_word="or",
)
