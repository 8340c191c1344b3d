"""使い方: the guide's chapters in its own words, with only what exists."""
