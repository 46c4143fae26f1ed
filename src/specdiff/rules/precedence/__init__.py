"""What goes before what."""
