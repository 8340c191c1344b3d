"""The country on paper: firms, people, cards, sites and who works where. Nothing here touches a gate or a table.

Days are day numbers and instants whole milliseconds, as in `work_history.rules`; `until` is exclusive and None open.
"""
