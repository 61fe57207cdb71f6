"""What the commands do. Imported when a command runs, so that help and wrong usage load none of the studio."""
