"""重複登録: suspects, comparing two workers, two officers who say that they are one (SAME-01 to SAME-09)."""
