"""Set templates: what all pictures of a set have in common, and a table with a row for each picture."""
