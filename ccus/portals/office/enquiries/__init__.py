"""技能者をさがす: the contact centre's look-up, after saying why (OFFICE-06)."""
