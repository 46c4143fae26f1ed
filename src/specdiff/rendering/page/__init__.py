"""What the page is made of: its template, its look and its behaviour as files of their own, and the few values that they need."""
