"""一つの申請: its sections while it is written, its way once it is filed."""
