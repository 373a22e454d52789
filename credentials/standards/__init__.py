"""Published standards as pure functions: dataclasses in, documents out. No Django, no network."""
