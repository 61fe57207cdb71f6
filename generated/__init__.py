# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""What codegen makes of spec/."""
