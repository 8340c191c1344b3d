"""登録される区分: blocks of a form whose rows are kept as dated facts, of workers and of companies alike (D-26)."""
