"""閲覧の見守り: why somebody looked, and unusual looking (docs/rules/looks.md)."""
