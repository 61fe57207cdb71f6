"""Imports: folders of an older studio, planned, applied, verified and undone, item by item."""
