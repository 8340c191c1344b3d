"""委任した方の申請: what is filed for one client, and what can be started."""
