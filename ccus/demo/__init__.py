"""A small invented country (仮の国): people, companies, sites and years of taps, to try out and to measure with.

The same scale, seed, day and history make the same country byte for byte: every draw comes from a named stream of
the seed, and the only clock is the country's own "today". Facts are written by COPY; records are derived from them,
as everywhere else.
"""
