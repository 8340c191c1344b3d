"""約束の文: whom to ask, what happens to personal data, the terms, and how accessible the pages are."""
