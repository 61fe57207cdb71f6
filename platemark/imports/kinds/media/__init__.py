"""The kind ``media``: an outputs tree of pictures with sidecars, whose folders become albums."""
