"""When a rule holds."""
