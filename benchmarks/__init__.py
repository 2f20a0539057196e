"""Accuracy and speed, each one command, each with the peers it is held against."""
