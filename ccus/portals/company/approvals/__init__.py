"""承認・確認: days that wait for the company (guide G16-5, G16-6)."""
