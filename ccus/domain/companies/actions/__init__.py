"""事業者の行為: registration, the organisation, and who signs in for a company."""
