"""Invented events, told by many outlets, from which the decision whether two statements are one claim is learned."""
