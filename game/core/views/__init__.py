"""What each audience may see, built by granting. Knows nothing of how documents travel."""
