"""Glossator: from the plain text of an official statement to an annotated, proven, static site.

The map of the rooms, and which may import from which, is in CONTRIBUTING.md.
"""
