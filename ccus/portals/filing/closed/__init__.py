"""書けない申請: what somebody sees who comes back to a form that was submitted."""
