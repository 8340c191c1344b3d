"""場面: what the cast and the office do before the visitor comes, all of it by the register's own acts."""
