"""The clock's and the queue's door: what runs without anybody waiting for it."""
