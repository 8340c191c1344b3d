"""事業者: prime contractors, subcontractors and one-person businesses. Rules: `docs/rules/registration.md`."""
