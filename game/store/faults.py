"""Why the store cannot be opened, in sentences for whoever starts the server. Knows nothing of how that was found out."""


class StoreRefused(Exception):
    """The store was not opened; the message says why and what to do about it."""
