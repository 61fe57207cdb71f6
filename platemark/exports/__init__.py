"""Albums as files that need no studio: bundles, and the check of what is in one."""
