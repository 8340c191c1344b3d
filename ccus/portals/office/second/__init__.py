"""二人目の確認: proposals of one officer, confirmed or declined by another (EYES-03)."""
