"""What travels between people, processes and stores: models, enums and error codes. Imports nothing of ours."""
