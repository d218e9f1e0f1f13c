"""Which commands are carried out and which refused, by area. Knows nothing of who may send them."""
