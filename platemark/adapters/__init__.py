"""Adapters: weights that come of training or that an operator registers, and how jobs use them."""
