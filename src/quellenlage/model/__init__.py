"""The vocabulary: frozen values that the rooms exchange. Standard library only, imports no other room."""
