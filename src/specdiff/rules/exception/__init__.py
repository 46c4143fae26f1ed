"""What a rule leaves out."""
