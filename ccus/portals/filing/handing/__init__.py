"""受け渡し: the 技能者ID and a fresh initial password, for whoever registered with an applicant login (APP-15)."""
