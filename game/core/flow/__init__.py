"""What follows from the rules: how scenes and rounds move on. Knows nothing of commands."""
