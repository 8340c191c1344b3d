"""申告: entering, asking, answering, attaching and reading what people say of their days (`docs/rules/claims.md`)."""
