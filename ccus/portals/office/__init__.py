"""運営主体: the office's own screens. Queues, cases, fees, enquiries, announcements."""
