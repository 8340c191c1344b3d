"""提出した内容: what was submitted last, with what the office mended."""
