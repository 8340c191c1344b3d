"""添付書類: what people photograph and upload. Kept as one clean JPEG, private, with masks burned in."""
