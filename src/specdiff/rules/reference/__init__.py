"""Cross references: whether they lead anywhere, and where."""
