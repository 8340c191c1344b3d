"""技能者の行為: registration, and the link to an employer."""
