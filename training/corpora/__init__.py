"""Readers that bring each corpus to one form: passages with labelled statements."""
