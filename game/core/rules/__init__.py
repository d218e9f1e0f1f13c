"""The rules by subject. They read the state and give values or refusals; none knows another."""
