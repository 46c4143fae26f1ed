"""What one sentence says by itself: how strongly it binds, whom, under which conditions, with which exceptions and numbers."""
