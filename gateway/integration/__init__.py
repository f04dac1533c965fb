"""The integration API (`/api/v1`): other systems open sessions and read cases. No key of theirs ever decides one."""
