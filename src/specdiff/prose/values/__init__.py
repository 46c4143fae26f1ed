"""What a sentence says for or against a value, and what it puts ahead of what."""
