"""The sentence encoder of linking: texts that say the same, in whatever words, to vectors that lie near."""
