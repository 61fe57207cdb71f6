"""Webhooks: URLs that are told what happens in the studio, and the delivery of their messages."""
