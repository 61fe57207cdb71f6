"""Events: what happened in the studio, recorded with each change and streamed to clients."""
