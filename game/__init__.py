"""Simmerdown: a multiplayer training game for people who talk to angry customers."""
