"""料金: open charges, payments, tariffs (OFFICE-08)."""
