"""Rules about what governs the review itself."""
