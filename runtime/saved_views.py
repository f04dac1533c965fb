"""The views of the list of cases that officers keep, each of them for one key: whoever else has the same role has
views of their own."""

import secrets

from runtime.postgres import Pool
from schemas.people_api import MOST_VIEWS, SavedView, SavedViewRequest

_COLUMNS = "view_id, name, query, created_at"
_LIST = f"SELECT {_COLUMNS} FROM saved_views WHERE key_id = %(key_id)s ORDER BY created_at, view_id"
# Held until the view is there, so that two requests at once do not make one view too many.
_HOLD_KEY = "SELECT FROM api_keys WHERE key_id = %(key_id)s FOR NO KEY UPDATE"
_OTHERS = "SELECT count(*) AS others FROM saved_views WHERE key_id = %(key_id)s AND name <> %(name)s"
_SAVE = f"""
INSERT INTO saved_views (view_id, key_id, name, query) VALUES (%(view_id)s, %(key_id)s, %(name)s, %(query)s)
ON CONFLICT (key_id, name) DO UPDATE SET query = excluded.query
RETURNING {_COLUMNS}
"""
_DELETE = "DELETE FROM saved_views WHERE key_id = %(key_id)s AND view_id = %(view_id)s"


class TooManyViewsError(Exception):
    """The key has as many views as one can have."""


class KeptViews:
    """Errors are psycopg's (`OperationalError`: Postgres is away) and TooManyViewsError."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def all(self, key_id: str) -> list[SavedView]:
        """The oldest first."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_LIST.encode(), {"key_id": key_id})
            return [SavedView.model_validate(row) for row in await cursor.fetchall()]

    async def save(self, key_id: str, wanted: SavedViewRequest) -> SavedView:
        """Keeps the view, in place of one that has its name. Raises TooManyViewsError."""
        values = {**wanted.model_dump(), "key_id": key_id, "view_id": f"view_{secrets.token_hex(8)}"}
        async with self._pool.connection() as connection:
            await connection.execute(_HOLD_KEY, values)
            counted = await (await connection.execute(_OTHERS, values)).fetchone()
            assert counted is not None, "a count is one row"
            if counted["others"] >= MOST_VIEWS:
                raise TooManyViewsError
            return SavedView.model_validate(await (await connection.execute(_SAVE.encode(), values)).fetchone())

    async def delete(self, key_id: str, view_id: str) -> bool:
        """Whether the key had such a view."""
        async with self._pool.connection() as connection:
            cursor = await connection.execute(_DELETE, {"key_id": key_id, "view_id": view_id})
            return cursor.rowcount > 0
