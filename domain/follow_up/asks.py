"""What a customer can be asked for: one row for each request, whatever the grounds for it."""

from typing import Literal, NamedTuple

from schemas.investigation import ResponseType
from schemas.template import DocumentType

Topic = Literal[
    "proof_of_address",
    "register_extract",
    "articles",
    "owners",
    "annual_accounts",
    "vat_certificate",
    "bank_statement",
    "company_name",
    "company_numbers",
    "representatives",
    "business",
    "website",
    "website_online",
    "website_imprint",
    "account",
]


class Ask(NamedTuple):
    """How a request is answered."""

    response_type: ResponseType
    label: str
    """The request in a few words, for officers."""
    document_type: DocumentType | None = None
    joins: frozenset[DocumentType] = frozenset()
    """A requirement of the template that takes the document asked for, and no others than these, is the same request:
    the customer is asked once."""


# None is answered by yes or no: whether a company is active, say, its register extract shows, and a bare word of the
# customer's would leave the officer nothing to check. Only questions of a template are.
ASKS: dict[Topic, Ask] = {
    "proof_of_address": Ask(
        "document",
        "proof of the registered address",
        "utility_bill",
        frozenset({"utility_bill", "bank_statement", "lease"}),
    ),
    "register_extract": Ask(
        "document",
        "extract from the company register",
        "register_extract",
        frozenset({"register_extract", "certificate_of_incorporation", "articles_of_association"}),
    ),
    "articles": Ask(
        "document",
        "articles of association",
        "articles_of_association",
        frozenset({"articles_of_association", "certificate_of_incorporation"}),
    ),
    "owners": Ask("document", "declaration of beneficial owners", "ubo_declaration", frozenset({"ubo_declaration"})),
    "annual_accounts": Ask("document", "annual accounts", "annual_accounts", frozenset({"annual_accounts"})),
    "vat_certificate": Ask("document", "VAT registration certificate", "tax_certificate"),
    "bank_statement": Ask("document", "bank statement", "bank_statement", frozenset({"bank_statement"})),
    "company_name": Ask("text", "legal name"),
    "company_numbers": Ask("text", "registration and VAT number"),
    "representatives": Ask("text", "representatives"),
    "business": Ask("text", "what is sold, and where"),
    "website": Ask("text", "website's address"),
    "website_online": Ask("text", "when the website will be online"),
    "website_imprint": Ask("text", "page that says who is behind the website"),
    "account": Ask("text", "account for payments"),
}
