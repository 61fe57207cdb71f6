"""Reading a source: its folders, its files, and pictures ahead of the apply."""
