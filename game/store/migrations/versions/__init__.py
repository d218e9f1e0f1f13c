"""One module a migration, oldest first by their numbers."""
