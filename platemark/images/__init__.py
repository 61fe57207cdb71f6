"""Images: pictures with a title, a visibility, labels and a provenance; storing them, and reading them back."""
