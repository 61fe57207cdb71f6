# Generated from spec/ by `python -m codegen`. DO NOT EDIT.
"""The contract as Python code."""
