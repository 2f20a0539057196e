"""A reading for people: terminal text, Markdown, a page of HTML. Knows the model and the ledger's entries only.

`terminal` is the only door to rich.
"""
