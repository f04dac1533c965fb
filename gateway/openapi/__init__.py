"""The published description of the API: an OpenAPI document made from the operations table, and a page made from it."""
