"""Whether two sentences say the same in other words, and what only looks as if they did."""
