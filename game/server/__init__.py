"""The edge that phones, desks and projectors talk to: pages, an HTTP API, one socket. Knows no rule of the game."""
