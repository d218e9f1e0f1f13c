"""Workshops as files for other programs. Knows nothing of where workshops are kept or who asks for them."""
