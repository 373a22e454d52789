"""Draws PDF pages in a child process that has no secrets, no network and no Django.

`process.py` is the child; `client.py` starts it, talks to it and replaces it.
"""
