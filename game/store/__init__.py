"""Where workshops, accounts and records lie: SQLite in one folder, or PostgreSQL. Knows nothing of the rules of play.

`open_store` gives all of it: the event log, accounts, records and what lets them go again.
"""

from game.store.accounts import Account, Accounts, NameTaken
from game.store.database import DATABASE_NAME
from game.store.event_log import EventLog
from game.store.faults import StoreRefused
from game.store.opening import Store, open_store
from game.store.retention import Retention

__all__ = ["DATABASE_NAME", "Account", "Accounts", "EventLog", "NameTaken", "Retention", "Store", "StoreRefused", "open_store"]
