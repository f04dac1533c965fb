"""The customer's portal API, under `/api/portal/{token}`."""
