"""Albums: named, ordered collections of images."""
