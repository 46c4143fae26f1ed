"""Rules about values: which gained over which."""
