"""就業内容の変更: what was done on one day, beside what stands now (guide G15-5, PORTAL-28)."""
