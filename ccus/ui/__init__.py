"""画面の部品: layout, components, styles and small scripts that every portal shares. Knows no page and no act.

The look stands in `static/ui/css/main.css` and what it imports; third-party parts and their licences in
`vendor/VENDORED.md`.
"""
