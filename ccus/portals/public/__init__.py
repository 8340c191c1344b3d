"""ホームページ: what everybody may read, and the way in."""
