"""Searching lists by text: the folded texts of things, and the conditions that find them through indexes."""
