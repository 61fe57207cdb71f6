"""The kind ``database``: Imagineer's SQLite database, with the pictures that it names in the folder around it."""
