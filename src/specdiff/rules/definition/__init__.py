"""What the document means by its terms."""
