"""What makes the pictures: the Engine protocol, and the engines that are at hand."""
