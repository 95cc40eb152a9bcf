"""Glossator: from the plain text of an official statement to an annotated, proven, static site.

The rooms, ground floor first; each imports only from those before it:
``errors`` ``model`` · ``source`` ``records`` · ``parse`` · ``annotate`` · ``index`` · ``pages`` ·
``site`` · ``proof`` · ``edition`` · ``cli``.
"""
