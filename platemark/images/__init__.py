"""Images: pictures, what they are called, how they were made, what is said about them."""
