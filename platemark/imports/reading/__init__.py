"""Reading a source: its folders and files, and its pictures, in this process or in others."""
