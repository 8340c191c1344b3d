"""Pages for people: one portal for each kind of visitor."""
