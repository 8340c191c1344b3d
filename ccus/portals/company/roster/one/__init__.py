"""一つの名簿: seen, filled down, ended."""
