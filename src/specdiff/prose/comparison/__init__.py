"""What the difference of two sentences means: traits, each with the rule that names it."""
