"""閲覧の見守り: questions that came to the office, and cases of unusual looking (LOOK-04 to LOOK-09)."""
