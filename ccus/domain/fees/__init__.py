"""料金: dated tariffs, what was charged for, what was paid. Payment itself happens elsewhere (D-21)."""
