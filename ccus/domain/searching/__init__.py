"""検索: finding workers and companies by what is open (docs/rules/search.md)."""
