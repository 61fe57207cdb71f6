"""Imports: folders of an older studio are planned, applied, verified and undone, item by item."""
