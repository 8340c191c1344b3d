"""申請用ログインIDの申し込み: how somebody without a 技能者ID comes in."""
