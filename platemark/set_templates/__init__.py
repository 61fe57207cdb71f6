"""Set templates: what a whole set of pictures has in common, and a row for each of them."""
