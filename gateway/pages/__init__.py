"""The pages: the officer's console and the customer's portal, as static files that use only the public API."""
