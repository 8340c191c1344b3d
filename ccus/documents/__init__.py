"""書類: what the register prints, as tagged PDFs. One file a paper, its template in `templates/`.

A paper takes plain values and knows no page; rules: `docs/rules/portal.md`.
"""
