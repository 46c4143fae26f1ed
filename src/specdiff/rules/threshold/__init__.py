"""Numbers, ages, limits and dates."""
