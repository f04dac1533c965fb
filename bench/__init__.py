"""The measurements of `make bench`: one file a row under `rows`, all taken side by side in one run."""
