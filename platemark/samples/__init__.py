"""Sample sets as they are installed: a file of fields and a file of rows each, named by their slug."""
