"""表計算のファイル: CSV and Excel, read as people see them, written so that nothing in them is executed."""
