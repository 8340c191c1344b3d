"""申請の窓口: drafts, checks, numbers and the way of an application, for workers and for applicants without an ID."""
