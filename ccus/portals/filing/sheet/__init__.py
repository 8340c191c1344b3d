"""申請用紙: an application as its filer sees it: sections, rows, what is registered beside what was typed."""
