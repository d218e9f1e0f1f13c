"""How each event changes the state, by area. Knows nothing of why an event happened."""
