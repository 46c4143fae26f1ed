"""To whom or when a policy applies, where its heading says so."""
