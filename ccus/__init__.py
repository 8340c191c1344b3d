"""建設キャリアアップシステム: facts are kept, history is derived (`docs/tour.md`)."""
